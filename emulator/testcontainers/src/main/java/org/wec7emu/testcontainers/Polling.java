package org.wec7emu.testcontainers;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks again and again, where nothing tells of a change. */
final class Polling {
    private static final long PAUSE_MILLIS = 50;

    private Polling() {}

    /** The first answer that there is; empty when none came within the limit, or the thread was interrupted. */
    static <T> Optional<T> until(Supplier<Optional<T>> question, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        Optional<T> answer = question.get();
        while (answer.isEmpty() && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
            answer = question.get();
        }
        return answer;
    }
}
