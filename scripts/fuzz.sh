# shellcheck shell=sh
# Fuzzes what reads other people's bytes, by Jazzer. Read by ./fuzz and ./verify, from the project's folder, after toolchain.sh;
# tests/fuzz must have been packaged.

FUZZ_SOURCES=tests/fuzz/src/test/java
FUZZ_INPUTS=tests/fuzz/src/test/resources
# What is found is kept outside of target, which a clean build empties.
FUZZ_FINDINGS=tests/fuzz/findings
FUZZ_WORK=tests/fuzz/target/fuzzing
# Where its search begins; by chance unless told, so that each ./fuzz finds other things. ./verify tells, or it would fail now and then
# for what no change has broken.
FUZZ_SEED=${FUZZ_SEED-0}

# fuzz_targets: the classes, one a line, as org/wec7emu/ftp/ListingFuzzTests.
fuzz_targets() { (cd "$FUZZ_SOURCES" && find . -name '*FuzzTests.java' | sed 's|^\./||; s|\.java$||' | sort); }

# fuzz_name CLASS: as a person writes it: listing.
fuzz_name() { printf '%s\n' "${1##*/}" | sed 's/FuzzTests$//' | tr 'A-Z' 'a-z'; }

fuzz_method() { sed -n '/@FuzzTest/,/{/s/.*void \([A-Za-z]*\)(.*/\1/p' "$FUZZ_SOURCES/$1.java"; }

# jazzer CLASS ARGUMENT...: becomes a JVM that fuzzes.
jazzer() {
    class=$1
    shift
    exec "$java_home/bin/java" -Xmx768m -XX:+UseSerialGC -cp 'tests/fuzz/target/test-classes:tests/fuzz/target/libraries/*' \
        com.code_intelligence.jazzer.Jazzer "--target_class=$(printf %s "$class" | tr / .)" \
        '--instrumentation_includes=org.wec7emu.**' '--custom_hook_includes=org.wec7emu.**' \
        --disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks \
        "--reproducer_path=$FUZZ_WORK" "$@"
}

# fuzz_one CLASS SECONDS: fuzzes with its log in FUZZ_WORK; what it learnt is kept for the next time.
fuzz_one() {
    name=$(fuzz_name "$1")
    mkdir -p "$FUZZ_FINDINGS/$name" "$FUZZ_WORK/$name.corpus" || return 3
    # Two minutes more than it should take: the limit of one that hangs.
    timeout -k 10 $(($2 + 120)) sh -c 'echo $$ >"$1"; shift; . ./scripts/fuzz.sh; jazzer "$@"' sh "$FUZZ_WORK/$name.pid" "$1" \
        "$FUZZ_WORK/$name.corpus" "$FUZZ_INPUTS/$1Inputs/$(fuzz_method "$1")" \
        "-artifact_prefix=$FUZZ_FINDINGS/$name/" "-max_total_time=$2" "-seed=$FUZZ_SEED" -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
        >"$FUZZ_WORK/$name.log" 2>&1 </dev/null
    echo "$?" >"$FUZZ_WORK/$name.outcome"
}

# fuzz_stop: ends what runs.
fuzz_stop() {
    kill "$child" 2>/dev/null
    for running in "$FUZZ_WORK"/*.pid; do
        [ ! -e "$running" ] || [ -e "${running%.pid}.outcome" ] || kill "$(cat "$running")" 2>/dev/null
    done
    wait "$child"
}

# fuzz_newest NAME: what its log said last of how far it is, as "inputs places".
fuzz_newest() {
    sed -n 's/^#\([0-9]*\)[^0-9].* cov: \([0-9]*\) .*/\1 inputs, \2 places of the code reached/p' "$FUZZ_WORK/$1.log" 2>/dev/null |
        tail -n 1
}

# fuzz_result CLASS: a line of what came of it; 1 where something was found.
fuzz_result() {
    name=$(fuzz_name "$1")
    outcome=$(cat "$FUZZ_WORK/$name.outcome" 2>/dev/null)
    rmdir "$FUZZ_FINDINGS/$name" "$FUZZ_FINDINGS" 2>/dev/null
    if [ "$outcome" = 0 ]; then
        printf '  %-12s nothing found; %s\n' "$name" "$(fuzz_newest "$name")"
        return 0
    fi
    finding=$(sed -n 's/.*Test unit written to //p' "$FUZZ_WORK/$name.log" | tail -n 1)
    if [ -z "$finding" ]; then
        printf '  %-12s FAILED: no fuzzing (exit code %s); its end:\n' "$name" "${outcome:-none}"
        tail -n 5 "$FUZZ_WORK/$name.log" | sed 's/^/      /'
        return 1
    fi
    printf '  %-12s FOUND %s\n' "$name" "$finding"
    sed -n '/^== /,/^DEDUP/p' "$FUZZ_WORK/$name.log" | head -n 15 | cut -c 1-200 | sed 's/^/      /'
    echo "      once more: ./fuzz $name --again $finding"
    echo "      as a test: mv $finding $FUZZ_INPUTS/$1Inputs/$(fuzz_method "$1")/"
    return 1
}

# fuzz_all SECONDS CLASS...: two at a time, SECONDS each; 1 where something was found.
fuzz_all() {
    fuzz_seconds=$1
    shift
    rm -f "$FUZZ_WORK"/*.log "$FUZZ_WORK"/*.outcome "$FUZZ_WORK"/*.pid
    mkdir -p "$FUZZ_WORK" || return 3
    export java_home FUZZ_SEED
    printf '%s\n' "$@" | xargs -P 2 -I '{}' sh -c '. ./scripts/fuzz.sh; fuzz_one "$1" "$2"' sh '{}' "$fuzz_seconds" &
    child=$!
    trap 'fuzz_stop; echo "interrupted" >&2; exit 130' INT TERM HUP
    told=$(date +%s)
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.5
        [ $(($(date +%s) - told)) -ge 15 ] || continue
        told=$(date +%s)
        for running in "$FUZZ_WORK"/*.log; do
            name=$(basename "$running" .log)
            [ -e "$running" ] && [ ! -e "$FUZZ_WORK/$name.outcome" ] || continue
            say "fuzzing $name: $(fuzz_newest "$name")"
        done
    done
    wait "$child"
    trap - INT TERM HUP
    result=0
    echo "Fuzzed, $fuzz_seconds s each:"
    for class in "$@"; do fuzz_result "$class" || result=1; done
    return "$result"
}
