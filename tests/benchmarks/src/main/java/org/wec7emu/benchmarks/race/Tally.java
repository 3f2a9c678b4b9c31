package org.wec7emu.benchmarks.race;

import org.wec7emu.benchmarks.race.SessionLoad.Outcome;

/** Counts sessions of one load; for its thread alone. */
final class Tally {
    /** A server that admits nobody is not asked more often. */
    private static final int MOST_FAILURES = 1_000;

    private final long noneBegin;
    private int running;
    private int good;
    private int failed;
    private String problem = "";

    /** @param noneBegin when no further session begins, by {@link System#nanoTime} */
    Tally(long noneBegin) {
        this.noneBegin = noneBegin;
    }

    boolean mayBegin() {
        return System.nanoTime() - noneBegin < 0 && failed < MOST_FAILURES;
    }

    void begun() {
        running++;
    }

    void ended() {
        running--;
        good++;
    }

    void failed(String because) {
        running--;
        failed++;
        if (problem.isEmpty()) {
            problem = because;
        }
    }

    int running() {
        return running;
    }

    Outcome outcome(double seconds) {
        return new Outcome(good, failed, problem, seconds);
    }
}
