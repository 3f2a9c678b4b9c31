package org.wec7emu.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What has been done, and what went wrong with it. Safe for use by several threads. */
final class Findings {
    private static final int MOST_TOLD = 20;

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private long failed;
    private long bytes;

    synchronized void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** So many bytes were transferred and agree with their hash. */
    synchronized void verified(long transferred) {
        bytes += transferred;
    }

    synchronized void fail(String what) {
        failed++;
        if (failures.size() < MOST_TOLD) {
            failures.add(what);
        }
    }

    synchronized long counted(String what) {
        return counts.getOrDefault(what, 0L);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized long failed() {
        return failed;
    }

    /** The first of them. */
    synchronized List<String> failures() {
        return List.copyOf(failures);
    }
}
