package org.wec7emu.host;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one connection, one thing after the other. A thing that is done promptly is done by the thread that
 * brings it, which saves two changes of threads, unless something else for the connection is under way; all else is for the
 * workers.
 */
final class Turns {
    private final Executor workers;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;
    private boolean held;

    Turns(Executor workers) {
        this.workers = workers;
    }

    /** Does it now, or after what came before. */
    void take(boolean prompt, Runnable task) {
        synchronized (this) {
            if (busy || held) {
                waiting.add(task);
                return;
            }
            busy = true;
        }
        if (prompt) {
            runHere(task);
        } else {
            workers.execute(() -> runAll(task));
        }
    }

    /** How many things are yet to begin. */
    synchronized int waiting() {
        return waiting.size();
    }

    /** Begins nothing more, until {@link #release}; what is under way goes on to its end. */
    synchronized void hold() {
        held = true;
    }

    /** Goes on with what has come meanwhile. */
    void release() {
        synchronized (this) {
            held = false;
            if (busy || waiting.isEmpty()) {
                return;
            }
            busy = true;
        }
        goOn();
    }

    private void runHere(Runnable task) {
        try {
            task.run();
        } finally {
            goOn();
        }
    }

    private void runAll(Runnable first) {
        Runnable task = first;
        while (task != null) {
            boolean done = false;
            try {
                task.run();
                done = true;
            } finally {
                if (!done) {
                    goOn(); // what waits is not to suffer from an error
                }
            }
            task = next();
        }
    }

    private void goOn() {
        Runnable next = next();
        if (next != null) {
            workers.execute(() -> runAll(next));
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = held ? null : waiting.poll();
        busy = next != null;
        return next;
    }
}
