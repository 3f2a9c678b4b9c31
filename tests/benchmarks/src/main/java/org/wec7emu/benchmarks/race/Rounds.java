package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Measures all servers in a discipline, in rounds: each round has all of them, each time in another order, so that a change
 * of the machine's load meets all alike. The first round warms up and isn't counted.
 */
final class Rounds implements AutoCloseable {
    /** A measurement that is not over by then has hung. */
    private static final Duration LIMIT = Duration.ofSeconds(150);

    /** Measures a server once. */
    interface Taking {
        Sample take(Contender contender, Discipline discipline, boolean warmUp) throws IOException;
    }

    private final Taking measurement;
    private final int rounds;
    private final Duration budget;
    private final Consumer<String> problems;
    private final ExecutorService measuring = Executors.newSingleThreadExecutor();

    /**
     * @param rounds that count
     * @param budget a server that has taken that long takes no part in further rounds of the discipline
     * @param problems told when a server doesn't do what it is asked to; it has no result in the discipline then
     */
    Rounds(Taking measurement, int rounds, Duration budget, Consumer<String> problems) {
        this.measurement = measurement;
        this.rounds = rounds;
        this.budget = budget;
        this.problems = problems;
    }

    void measure(Discipline discipline, List<Contender> contenders, Results results) throws IOException {
        List<Contender> order = new ArrayList<>(contenders);
        Map<Contender, Long> spent = new HashMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (Contender contender : List.copyOf(order)) {
                long began = System.nanoTime();
                try {
                    Sample sample = take(contender, discipline, round == 0);
                    long all = spent.merge(contender, System.nanoTime() - began, Long::sum);
                    boolean last = all > budget.toNanos();
                    if (round > 0 || last) {
                        results.add(discipline, contender.name(), sample);
                    }
                    if (last) {
                        order.remove(contender);
                    }
                } catch (IOException e) {
                    results.forget(discipline, contender.name());
                    order.remove(contender);
                    problems.accept(contender.name() + ", " + discipline.word() + ": " + e.getMessage());
                }
            }
            Collections.rotate(order, 1);
        }
    }

    private Sample take(Contender contender, Discipline discipline, boolean warmUp) throws IOException {
        Future<Sample> taken = measuring.submit(() -> measurement.take(contender, discipline, warmUp));
        try {
            return taken.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(reason(e), e);
        } catch (TimeoutException e) {
            taken.cancel(true);
            throw new IOException("not over after " + LIMIT.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String reason(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof IOException ? String.valueOf(cause.getMessage()) : String.valueOf(cause);
    }

    @Override
    public void close() {
        measuring.shutdownNow();
    }
}
