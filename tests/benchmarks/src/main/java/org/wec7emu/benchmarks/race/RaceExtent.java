package org.wec7emu.benchmarks.race;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds counted, behind one that isn't
 * @param bytes of a transfer
 * @param sessionTime for as long sessions are begun, in a round
 * @param warmUp the same in the round that isn't counted
 * @param budget a server that has taken that long in a discipline takes no part in further rounds of it
 */
record RaceExtent(int rounds, long bytes, Duration sessionTime, Duration warmUp, Duration budget) {
    /** Some six minutes, on a machine with nothing else to do. */
    static final RaceExtent FULL =
            new RaceExtent(7, 1L << 30, Duration.ofMillis(1_500), Duration.ofSeconds(4), Duration.ofSeconds(20));

    /** A minute and a quarter, on a machine with nothing else to do. */
    static final RaceExtent QUICK =
            new RaceExtent(3, 256L << 20, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMillis(2_500));
}
