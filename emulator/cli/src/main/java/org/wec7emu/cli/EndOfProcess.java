package org.wec7emu.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The end of a process that a signal has begun. */
final class EndOfProcess {
    /** More than the system needs, once nobody holds it up. */
    private static final int LIMIT_SECONDS = 20;

    private EndOfProcess() {}

    /**
     * Removes a hook that would hold up the end of the process. When that has begun already, waits for it: a thread that went on to
     * end the process with an exit code of its own could be faster than the signal.
     */
    static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            await();
        }
    }

    private static void await() {
        Thread.interrupted(); // by the signal, to end its work
        try {
            new CountDownLatch(1).await(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
