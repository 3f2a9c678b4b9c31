package org.wec7emu.cli;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work in a thread of its own while the caller does other work. At the start of a device, reading the profile takes as long
 * as loading the library that talks to the kernel; side by side both cost a start only one of them.
 */
final class Beside<T> {
    private final FutureTask<T> task;

    private Beside(FutureTask<T> task) {
        this.task = task;
    }

    /** Work that may find the user's input bad. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws BadInput;
    }

    static <T> Beside<T> start(Work<T> work) {
        FutureTask<T> task = new FutureTask<>(work::run);
        Thread thread = new Thread(task, "wec7emu-start");
        thread.setDaemon(true);
        thread.start();
        return new Beside<>(task);
    }

    /** Waits for the work to end; what it failed with is thrown here. */
    T result() throws BadInput, InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BadInput bad) {
                throw bad;
            } else if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
