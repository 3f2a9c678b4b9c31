# shellcheck shell=sh
# A Docker for the tests. Read by ./verify, after toolchain.sh; POSIX sh, and nothing here runs by being read.
#
# Where a Docker answers already it is taken, but not by continuous integration as root: what needs a network of Docker's own can't
# be tested there, and no test may be skipped. Else, as root, Debian's dockerd is started, with all it has in target/docker:
# first for a moment without any network of its own, to make what images are based on, as no registry is asked for
# anything; then in namespaces of its own, so that the machine's own network and firewall stay as they are, and nothing is
# left, even by kill -9.

docker_data=$PWD/target/docker
# Debian's packages that a base image is made of; its mirror is the one that this machine has.
DOCKER_BASE=debian:bookworm-slim

# no_own_docker: whether one can be started here; if not, why.
no_own_docker() {
    for command in docker dockerd debootstrap unshare nsenter ip; do
        command -v "$command" >/dev/null && continue
        echo "there is no $command to start one"
        return 1
    done
    [ "$(id -u)" -eq 0 ] || {
        echo 'only root may start one'
        return 1
    }
}

# start_docker: sets the environment that tests with Docker want; says why and fails where there is none.
start_docker() {
    if docker version >/dev/null 2>&1 && ! { [ "${CI-}" = true ] && why=$(no_own_docker); }; then
        say 'containers: by the Docker that runs on this machine'
        docker image inspect "$DOCKER_BASE" >/dev/null 2>&1 || timeout 120 docker pull -q "$DOCKER_BASE" >/dev/null || {
            say "containers: no $DOCKER_BASE, which images are made of; 'docker pull $DOCKER_BASE' says why"
            return 1
        }
        return 0
    fi
    why=$(no_own_docker) || {
        say "containers: no Docker answers, and $why"
        return 1
    }

    docker_folder=$(mktemp -d /tmp/wec7emu-docker.XXXXXX) && mkdir -p "$docker_data" || return 1
    # Debian's own, as the newest client lacks what builds images without its plugins.
    WEC7_DOCKER=$(PATH=/usr/bin:$PATH command -v docker)
    DOCKER_HOST=unix://$docker_folder/socket
    export WEC7_DOCKER DOCKER_HOST WEC7_DOCKER_BUILD=--network=host
    # No registry is needed, nor Ryuk, whose work is done by the end of the namespaces.
    export TESTCONTAINERS_RYUK_DISABLED=true TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1

    if with_progress 600 'making the base of container images' "$docker_folder/base.log" \
        unshare --mount sh -c '. ./scripts/toolchain.sh && . ./scripts/docker.sh && make_docker_bases "$1"' sh "$docker_folder"; then
        host_docker && return 0
    else
        tail -n 15 "$docker_folder/base.log" >&2
        say "containers: no base for images; all that was said: $docker_folder/base.log and dockerd.log beside it"
    fi
    touch "$docker_folder/keep"
    stop_docker
    return 1
}

# make_docker_bases FOLDER: what of the image needs the network to be made. Docker has no network of its own meanwhile.
make_docker_bases() {
    docker_folder=$1
    dockerd --data-root "$docker_data" --exec-root "$1/exec" --pidfile "$1/dockerd.pid" --host "$DOCKER_HOST" \
        --cgroup-parent /wec7emu-docker --bridge=none --iptables=false --ip-forward=false --ip-masq=false \
        >"$1/dockerd.log" 2>&1 </dev/null &
    daemon=$!
    trap 'kill "$daemon" 2>/dev/null; wait "$daemon"; exit 130' INT TERM HUP
    await_docker "$daemon" && make_docker_base "$1" && docker_bases
    made=$?
    kill "$daemon"
    wait "$daemon"
    return "$made"
}

make_docker_base() {
    left=$("$WEC7_DOCKER" ps -aq) # containers of a run that was killed
    # shellcheck disable=SC2086 # one word a container
    [ -z "$left" ] || "$WEC7_DOCKER" rm -fv $left
    "$WEC7_DOCKER" image inspect "$DOCKER_BASE" >/dev/null 2>&1 && return 0
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | head -n 1)
    [ -n "$mirror" ] || { echo 'apt has no source of packages'; return 1; }
    debootstrap --variant=minbase bookworm "$1/debian" "$mirror" || return 1
    # As the image of that name has it: without what nobody reads in a container.
    tar -C "$1/debian" --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' --exclude='./usr/share/locale/*' \
        --exclude='./var/cache/apt/*.bin' --exclude='./var/cache/apt/archives/*.deb' --exclude='./var/lib/apt/lists/*_*' \
        -c . | "$WEC7_DOCKER" import - "$DOCKER_BASE"
    made=$?
    rm -rf --one-file-system "$1/debian"
    return "$made"
}

docker_bases() {
    for stage in jdk maven base client; do
        # shellcheck disable=SC2086 # one word an option
        DOCKER_BUILDKIT=1 "$WEC7_DOCKER" build --progress=plain $WEC7_DOCKER_BUILD --target "$stage" . || return 1
    done
    "$WEC7_DOCKER" image prune -f # what such stages were before; the cache of their steps stays
    "$WEC7_DOCKER" builder prune -f --keep-storage 3GB
}

# await_docker PROCESS: waits until it answers.
await_docker() {
    tries=0
    until "$WEC7_DOCKER" version >/dev/null 2>&1; do
        tries=$((tries + 1))
        if [ "$tries" -gt 150 ] || ! kill -0 "$1" 2>/dev/null; then
            say 'containers: dockerd does not start; its log ends with:'
            tail -n 5 "$docker_folder/dockerd.log" >&2
            return 1
        fi
        sleep 0.2
    done
}

host_docker() {
    mkfifo "$docker_folder/life" || return 1
    unshare --net --mount --pid --fork --kill-child --mount-proc \
        ./scripts/docker/host "$docker_folder" "$docker_data" <"$docker_folder/life" 9>&- &
    docker_process=$!
    exec 8>"$docker_folder/life"
    await_docker "$docker_process" || return 1
    export WEC7_DOCKER_NETWORK="/proc/$docker_process/ns/net"
    say 'containers: by a Docker of its own, which ends with this'
}

# stop_docker: ends what start_docker began.
stop_docker() {
    [ -n "${docker_folder-}" ] || return 0
    exec 8>&-
    [ -z "${docker_process-}" ] || wait "$docker_process"
    [ -e "$docker_folder/keep" ] || rm -rf --one-file-system "$docker_folder"
    docker_folder= docker_process=
}
