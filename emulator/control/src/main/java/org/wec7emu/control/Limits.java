package org.wec7emu.control;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** How much clients of one server may have under way at a time, whichever device it is about. */
final class Limits {
    private final int workers;
    private final int connections;
    private final int followers;
    private final int waiting;
    private final AtomicInteger following = new AtomicInteger();
    private final Semaphore free;

    /** @param waiting fewer than {@code workers}: each that waits has a thread, and others need some as well */
    private Limits(int workers, int connections, int followers, int waiting) {
        this.workers = workers;
        this.connections = connections;
        this.followers = followers;
        this.waiting = waiting;
        free = new Semaphore(waiting);
    }

    static Limits ofOneDevice() {
        return new Limits(16, 256, 64, 8);
    }

    static Limits ofFleet() {
        return new Limits(48, 1_024, 512, 32);
    }

    /** Threads that requests run on; they are made when they are needed. */
    int workers() {
        return workers;
    }

    int connections() {
        return connections;
    }

    /** Clients that follow a journal by server-sent events. */
    int followers() {
        return followers;
    }

    /** Requests that wait for an event. */
    int waiting() {
        return waiting;
    }

    void requireFollower() throws Problem {
        if (following.get() >= followers) {
            throw Problem.busy(followers + " clients follow the journal already");
        }
    }

    void followerCame() {
        following.incrementAndGet();
    }

    void followerLeft() {
        following.decrementAndGet();
    }

    /** Who has begun to wait calls {@link #waited} when it is over. */
    void beginToWait() throws Problem {
        if (!free.tryAcquire()) {
            throw Problem.busy(waiting + " requests wait for the journal already");
        }
    }

    void waited() {
        free.release();
    }
}
