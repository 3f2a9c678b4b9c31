package org.wec7emu.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wec7emu.measure.behaviour.Measurement;

/** Says what a comparison is at: first after 2 s, then each second on a terminal, and every 10 s elsewhere. */
final class CompareProgress implements Measurement.Progress, AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final long began = System.nanoTime();
    private final Map<String, Integer> under = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(CompareProgress::daemon);

    CompareProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        Duration period = terminal ? ON_TERMINAL : ELSEWHERE;
        clock.scheduleAtFixedRate(this::tell, FIRST.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wec7emu-progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void asking(String side, String what, boolean begins) {
        doing(what + " of " + side, begins);
    }

    /** What begins or ends to be done, as in "the profiles". */
    synchronized void doing(String what, boolean begins) {
        under.merge(what, begins ? 1 : -1, Integer::sum);
        under.values().removeIf(count -> count == 0);
    }

    private synchronized void tell() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        String what = under.keySet().stream().collect(Collectors.joining(", "));
        err.println("comparing for " + seconds + " s; now: " + (what.isEmpty() ? "nearly done" : what));
        err.flush();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
