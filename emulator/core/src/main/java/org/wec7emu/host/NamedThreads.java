package org.wec7emu.host;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes daemon threads that tell by their name whose they are, and can wait until all of them are gone. */
public final class NamedThreads implements ThreadFactory {
    private final String prefix;
    private final AtomicInteger number = new AtomicInteger();
    private final Set<Thread> made = ConcurrentHashMap.newKeySet();

    /** @param prefix of their names, with the dash that ends it */
    public NamedThreads(String prefix) {
        this.prefix = prefix;
    }

    @Override
    public Thread newThread(Runnable task) {
        made.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = new Thread(task, prefix + number.incrementAndGet());
        thread.setDaemon(true);
        made.add(thread);
        return thread;
    }

    /**
     * Waits until every thread has ended, as executors call themselves terminated a moment before their last thread has.
     *
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public void join(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (Thread thread : made) {
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (thread != Thread.currentThread()) {
                thread.join(Math.max(1, left));
            }
        }
    }
}
