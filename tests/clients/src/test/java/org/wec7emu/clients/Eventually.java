package org.wec7emu.clients;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what nobody announces. */
final class Eventually {
    private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(5);

    private Eventually() {}

    /** Looks again and again; returns as soon as the condition holds, false when it didn't within the limit. */
    static boolean within(Duration limit, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_EVERY);
        }
        return true;
    }
}
