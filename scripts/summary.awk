# Reads XML reports, one after the other: Surefire's of tests, PIT's of mutants. Names each skipped test with its reason, and
# ends with a summary over all modules in Surefire's own words. Exits with 0 if all is good, 1 if not.
# In: outcome (the exit code of Maven's run of the tests, 124 if the time ran out), mutants_outcome (the same of the mutants,
# empty if none were tried), fuzz_outcome (the same of fuzzing), soak_outcome (the same of ./soak, 124 if its time ran out, empty
# if it wasn't run), limit and seconds (time), ci ("true" where no test may be skipped).

BEGIN {
    RS = "<"
    print ""
}

# A test's output may look like markup, and the reason of a failed assumption too; both stand in CDATA.
/^!\[CDATA\[/ { quoted = 1 }
quoted {
    text = text "<" $0
    if (!index($0, "]]>")) next
    if (unexplained) skip(first_line(text))
    quoted = unexplained = 0
    text = ""
    next
}

/^testsuite[ \t\n]/ {
    run += attribute("tests")
    failures += attribute("failures")
    errors += attribute("errors")
    skipped += attribute("skipped")
}

/^testcase[ \t\n]/ { test = attribute("classname") "." attribute("name") }

/^skipped[ \t\n>\/]/ {
    if (/^skipped[^>]*[^\/]>/ && attribute("message") == "") unexplained = 1
    else skip(attribute("message"))
}

# PIT quotes attributes of this element with apostrophes.
/^mutation[ \t\n]/ {
    mutants++
    if (/[ \t\n]detected='true'/) killed++
}

END {
    bad = failures + errors > 0
    if (outcome == 124) problem("stopped after " limit " s, the time limit; what had not run by then is not counted")
    else if (outcome != 0 && !bad) problem("the build failed, though no test did: see Maven's messages above")
    else if (outcome != 0) bad = 1
    if (!run) problem("no test was run")
    if (mutants_outcome == 124) problem("no time was left for the mutants: after " limit " s all is stopped")
    else if (mutants_outcome != "" && mutants_outcome != 0)
        problem("too many mutants of module firewall lived, or none could be tried: see Maven's messages above")
    if (fuzz_outcome == 124) problem("no time was left for fuzzing: after " limit " s all is stopped")
    else if (fuzz_outcome != "" && fuzz_outcome != 0) problem("fuzzing has found something, or could not be done: see above")
    if (soak_outcome == 124) problem("the soak was stopped, or had no time left: after " limit " s all is stopped")
    else if (soak_outcome == 1) problem("the soak has found failures: see above")
    else if (soak_outcome != "" && soak_outcome != 0) problem("the soak couldn't be run: see its messages above")
    if (skipped && ci == "true") problem(skipped " skipped, named above: with CI=true every test must run")
    if (mutants)
        printf "[%s] Mutants of module firewall: killed %d of %d (%.1f %%)\n", \
            mutants_outcome == 0 ? "INFO" : "ERROR", killed, mutants, 100 * killed / mutants
    if (soak_outcome == 0 && soak_outcome != "") print "[INFO] Soak: no failures"
    printf "[INFO] Time: %d min %d s\n", seconds / 60, seconds % 60
    printf "[%s] Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", \
        bad ? "ERROR" : skipped ? "WARNING" : "INFO", run, failures, errors, skipped
    exit bad
}

function skip(reason) { print "[WARNING] Skipped: " test (reason == "" ? "" : ": " reason) }

function first_line(text) {
    sub(/^<!\[CDATA\[/, "", text)
    sub(/(\]\]>|\n).*/, "", text)
    sub(/^[a-zA-Z0-9_.$]*Exception: (Assumption failed: )?/, "", text)
    return text
}

function problem(text) {
    print "[ERROR] " text
    bad = 1
}

# attribute(NAME): the value of an attribute of this record's element.
function attribute(name,    value) {
    if (!match($0, "[ \t\n]" name "=\"[^\"]*\"")) return ""
    value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
    gsub(/&lt;/, "<", value)
    gsub(/&gt;/, ">", value)
    gsub(/&quot;/, "\"", value)
    gsub(/&apos;/, "'", value)
    gsub(/&#10;|&#13;|\n/, " ", value)
    gsub(/&amp;/, "\\&", value)
    return value
}
