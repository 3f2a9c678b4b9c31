#!/bin/sh
# What the action of action.yml runs. In: IMAGES, CLIENT, EXPECT, TIMEOUT and REPORT_DIR, as its inputs are described there.

case $0 in
    */*) root=${0%/*}/.. ;;
    *) root=.. ;;
esac
set -f # images are words, not patterns
# shellcheck disable=SC2086 # one word an image
exec "$root/wec7emu" check ${IMAGES:?} --expect "${EXPECT:?}" --timeout "${TIMEOUT:?}" --report-dir "${REPORT_DIR:?}" \
    -- sh -c "${CLIENT:?}"
