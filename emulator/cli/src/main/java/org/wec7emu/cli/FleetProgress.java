package org.wec7emu.cli;

import java.io.PrintWriter;
import java.time.Duration;

/** Says how far a start of many devices is, every two seconds. */
final class FleetProgress {
    private static final long PERIOD = Duration.ofSeconds(2).toNanos();

    private final PrintWriter err;
    private final int all;
    private long told = System.nanoTime();

    FleetProgress(PrintWriter err, int all) {
        this.err = err;
        this.all = all;
    }

    /** @param running how many run */
    synchronized void started(int running) {
        if (System.nanoTime() - told >= PERIOD) {
            told = System.nanoTime();
            err.println("wec7emu: " + running + " of " + all + " devices run");
        }
    }
}
