# shellcheck shell=sh
# Finds and installs what building and running needs: a JDK, Maven, Debian packages.
# Read by ./wec7emu, ./verify and ./bench; POSIX sh, and nothing here runs by being read.

JDK_PACKAGE=openjdk-17-jdk-headless
MINIMUM_JAVA=17

say() { printf 'wec7emu: %s\n' "$*" >&2; }

# java_version HOME: sets `version` to HOME's major Java version, 0 if it can't be told. The file `release` saves
# starting a JVM (40 ms) only to ask it.
java_version() {
    version=0
    [ -r "$1/release" ] || return 0
    while IFS='="' read -r key _ value _; do
        [ "$key" = JAVA_VERSION ] || continue
        version=${value%%[!0-9]*}
        break
    done <"$1/release"
    : "${version:=0}"
}

# ask_java COMMAND: for a `java` that is a script of a version switcher: asks it where its JVM is. Prints that folder.
ask_java() {
    timeout 20 "$1" -XshowSettings:properties -version 2>&1 </dev/null | sed -n 's/^ *java\.home = //p'
}

# suits HOME TOOL: whether HOME has TOOL (java or javac) and is new enough.
suits() {
    [ -x "$1/bin/$2" ] || return 1
    java_version "$1"
    [ "$version" -ge "$MINIMUM_JAVA" ]
}

# find_java TOOL: sets `java_home` to the first that suits of JAVA_HOME, PATH and /usr/lib/jvm; older ones are passed over.
find_java() {
    java_home=${JAVA_HOME:-}
    if [ -n "$java_home" ] && suits "$java_home" "$1"; then return 0; fi
    if command=$(command -v "$1"); then
        real=$(readlink -f -- "$command")
        java_home=${real%/bin/"$1"}
        if suits "$java_home" "$1"; then return 0; fi
        if [ ! -r "$java_home/release" ] && command=$(command -v java); then
            java_home=$(ask_java "$command")
            if suits "$java_home" "$1"; then return 0; fi
        fi
    fi
    for java_home in /usr/lib/jvm/*; do
        if suits "$java_home" "$1"; then return 0; fi
    done
    java_home=
    return 1
}

# find_maven: sets `maven` to an `mvn` of 3.8 or newer on PATH.
find_maven() {
    maven=$(command -v mvn) || return 1
    case $("$maven" -v 2>/dev/null </dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') in
        3.8.* | 3.9.* | 3.[1-9][0-9]* | [4-9].*) return 0 ;;
    esac
    maven=
    return 1
}

may_install() { [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; }

# with_progress LIMIT WHAT LOG COMMAND...: runs COMMAND with its output in LOG and a sign of life on stderr, for at most
# LIMIT seconds. It runs beside the shell so that a signal is heard at once, and passed on.
with_progress() {
    limit=$1 what=$2 log=$3
    shift 3
    began=$(date +%s) told=0
    timeout -k 10 "$limit" "$@" >"$log" 2>&1 </dev/null &
    child=$!
    trap 'kill "$child" 2>/dev/null; wait "$child"; say "$what: interrupted"; exit 130' INT TERM HUP
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.3
        seconds=$(($(date +%s) - began))
        if [ "$seconds" -ge $((told + 10)) ]; then
            told=$seconds
            say "$what: $seconds s so far"
        fi
    done
    wait "$child" && outcome=0 || outcome=$?
    trap - INT TERM HUP
    [ "$outcome" -ne 124 ] || say "$what: stopped after $limit s, its time limit"
    return "$outcome"
}

# install_packages PACKAGE...: by apt-get, as root. Debian 13 has no Java 17; its own default is newer and does.
install_packages() {
    say "installing Debian packages, a minute or two: $*"
    apt_log=$(mktemp) || return 3
    if with_progress 300 'apt-get update' "$apt_log" apt-get -q update; then
        for package in "$@"; do
            shift
            if [ "$package" = "$JDK_PACKAGE" ] && ! apt-cache show "$package" >/dev/null 2>&1; then
                package=default-jdk-headless
            fi
            set -- "$@" "$package"
        done
        if with_progress 900 'apt-get install' "$apt_log" \
            env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@"; then
            rm -f "$apt_log"
            return 0
        fi
    fi
    tail -n 15 "$apt_log" >&2
    say "apt-get failed; all that it said: $apt_log"
    return 3
}

# unpack_package PACKAGE FOLDER: a Debian package, and those of its libraries that aren't installed, without installing them.
unpack_package() {
    say "unpacking Debian package $1 into $2"
    mkdir -p "$2" || return 3
    unpack_log=$(mktemp) || return 3
    if with_progress 300 "unpacking $1" "$unpack_log" sh -ec '
        cd "$2"
        apt-get -q download "$1"
        for library in $(dpkg-deb -f ./"$1"_*.deb Depends | tr "," "\n" | sed -n "s/^ *\(lib[^ |]*\).*/\1/p"); do
            dpkg -s "$library" >/dev/null 2>&1 || apt-get -q download "$library"
        done
        for file in ./*.deb; do dpkg-deb -x "$file" .; done
        rm -f ./*.deb' unpack "$1" "$2"; then
        rm -f "$unpack_log"
        return 0
    fi
    tail -n 15 "$unpack_log" >&2
    say "Debian package $1 can't be unpacked; all that was said: $unpack_log"
    return 3
}
