package org.wec7emu.network;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread of this JVM that lives in a namespace: sockets that it opens belong there, and so do the programs that it starts.
 * Entering concerns this thread alone, and it never leaves, so it does nothing else.
 */
final class InNamespace implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(50);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "in a network namespace");
        thread.setDaemon(true);
        return thread;
    });

    private InNamespace() {}

    static InNamespace enter(Namespace namespace) throws Exception {
        InNamespace inside = new InNamespace();
        try {
            inside.call(() -> {
                setns(namespace);
                return true;
            });
            return inside;
        } catch (Exception e) {
            inside.close();
            throw e;
        }
    }

    private static void setns(Namespace namespace) throws IOException {
        int file = SystemCalls.checked(
                SystemCalls.open(namespace.file().toString(), SystemCalls.O_RDONLY | SystemCalls.O_CLOEXEC),
                "opening " + namespace.file());
        try {
            SystemCalls.checked(
                    SystemCalls.setns(file, SystemCalls.CLONE_NEWNET), "entering a network namespace by setns");
        } finally {
            SystemCalls.close(file);
        }
    }

    /** Does {@code work} in the namespace and waits for it, at most 50 s. What it throws is thrown here. */
    <T> T call(Callable<T> work) throws Exception {
        Future<T> result = thread.submit(work);
        try {
            return result.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception cause ? cause : e;
        } catch (TimeoutException e) {
            result.cancel(true);
            throw e;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
