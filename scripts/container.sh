#!/bin/sh
# Builds the container image around what ./wec7emu builds on this machine, which takes seconds; `docker build .` does
# without anything on this machine, and compiles inside the image's build.
#
#   ./scripts/container.sh [TAG]    wec7emu:latest unless told; and TAG-client, the client beside it in compose.yaml
#
#   WEC7_DOCKER          the client, if it isn't `docker`
#   WEC7_DOCKER_BUILD    further options for `docker build`, separated by blanks, such as --network=host
#
# Exits with 1 when the build fails, 2 on wrong usage, 3 when there is no Docker.

unset CDPATH
[ $# -le 1 ] || { echo 'usage: scripts/container.sh [TAG]' >&2; exit 2; }
tag=${1-wec7emu:latest}
cd -P -- "${0%/*}/.." || exit 3

docker=${WEC7_DOCKER:-docker}
"$docker" version >/dev/null 2>&1 || {
    echo "wec7emu: no Docker answers here; 'docker version' says why" >&2
    exit 3
}
version=$(./wec7emu --version) || exit 1
version=${version#wec7emu }
version=${version%%[!0-9A-Za-z.-]*}
revision=$(git rev-parse HEAD 2>/dev/null)

build() { # OPTION...
    # shellcheck disable=SC2086 # options are separated by blanks
    DOCKER_BUILDKIT=1 "$docker" build --progress=plain ${WEC7_DOCKER_BUILD-} --build-arg APPLICATION=ready \
        --build-arg "VERSION=$version" --build-arg "REVISION=$revision" "$@" . || exit 1
}
build --tag "$tag"
build --tag "$tag-client" --target client
