package org.wec7emu.device;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wec7emu.host.NamedThreads;

/** Runs what mostly waits on some threads, which have all gone when it is closed. */
final class SideBySide implements AutoCloseable {
    /** Starts wait for the kernel rather than compute, and what they ask of it in the same moment it does once. */
    private static final int MOST = 32;

    private static final Duration END = Duration.ofSeconds(5);

    private final NamedThreads made = new NamedThreads("wec7emu-fleet-");
    private final ExecutorService threads;

    /** @param tasks how many there will be */
    SideBySide(int tasks) {
        threads = Executors.newFixedThreadPool(Math.max(1, Math.min(MOST, tasks)), made);
    }

    <T> Future<T> submit(Callable<T> task) {
        return threads.submit(task);
    }

    /** Call it when all tasks have ended. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            made.join(END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
