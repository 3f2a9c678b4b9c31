package org.wec7emu.fault;

/** Lets only so many bytes a second pass, in the order in which they are announced. Safe for use by several threads. */
final class Pace {
    private static final double NANOS = 1e9;

    private final double nanosAByte;
    private long free = System.nanoTime();

    /** @param bytes a second, positive */
    Pace(double bytes) {
        nanosAByte = NANOS / bytes;
    }

    /** Announces bytes. Returns the nanoseconds until the last of them has passed, those announced before included. */
    synchronized long pass(long bytes) {
        long now = System.nanoTime();
        if (free - now < 0) {
            free = now;
        }
        free += (long) (bytes * nanosAByte);
        return free - now;
    }
}
