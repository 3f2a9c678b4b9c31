package org.wec7emu.host;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The time of the I/O threads that clients share who send faster than they are answered. All of them together get half of
 * one thread's, however many they are, so that it is not they whom the others wait for. Safe for use by several threads.
 */
final class Lane {
    /** How much longer the lane is taken than a thread was busy. */
    private static final int STRETCH = 2;
    /** What may be made up for: enough for some hundred commands at once, which nobody else notices. */
    private static final long CREDIT = TimeUnit.MILLISECONDS.toNanos(4);

    /** A dozen commands take no longer; a thread that seems to has been kept from its work by other programs. */
    private static final long MOST_BUSY = TimeUnit.MICROSECONDS.toNanos(500);
    /** After which whoever has left meanwhile is found out. */
    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(50);

    private final LongSupplier clock;
    private long takenUntil;

    Lane() {
        this(System::nanoTime);
    }

    /** @param clock in nanoseconds */
    Lane(LongSupplier clock) {
        this.clock = clock;
        takenUntil = clock.getAsLong() - CREDIT;
    }

    /**
     * Takes note that a client has been served, and says for how long it is to be left alone.
     *
     * @param busy how long a thread took for it, in nanoseconds
     * @return in nanoseconds, 0 when not at all
     */
    synchronized long take(long busy) {
        long now = clock.getAsLong();
        if (takenUntil - now < -CREDIT) {
            takenUntil = now - CREDIT;
        }
        long ahead = Math.min(LONGEST, takenUntil - now + STRETCH * Math.min(busy, MOST_BUSY));
        takenUntil = now + ahead;
        return Math.max(0, ahead);
    }
}
