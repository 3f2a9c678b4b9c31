package org.wec7emu.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.wec7emu.measure.behaviour.Measurement;

/** Says what a comparison is at: first after 2 s, then each second on a terminal, and every 10 s elsewhere. */
final class CompareProgress implements Measurement.Progress, AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration ON_TERMINAL = Duration.ofSeconds(1);
    private static final Duration ELSEWHERE = Duration.ofSeconds(10);

    private static final int LONGEST = 150;

    private final PrintWriter err;
    private final long began = System.nanoTime();
    private final Map<String, List<String>> under = new LinkedHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(CompareProgress::daemon);

    private final ScheduledFuture<?> ticks;

    CompareProgress(PrintWriter err, boolean terminal) {
        this.err = err;
        Duration period = terminal ? ON_TERMINAL : ELSEWHERE;
        ticks = clock.scheduleAtFixedRate(this::tell, FIRST.toMillis(), period.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wec7emu-progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void asking(String side, String what, boolean begins) {
        List<String> of = under.computeIfAbsent(side, absent -> new ArrayList<>());
        if (begins) {
            of.add(what);
        } else {
            of.remove(what);
        }
        under.values().removeIf(List::isEmpty);
    }

    private synchronized void tell() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        String what = under.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + " of " + entry.getKey())
                .collect(Collectors.joining("; "));
        err.println("comparing for " + seconds + " s; now: " + shown(what));
        err.flush();
    }

    private static String shown(String what) {
        if (what.isEmpty()) {
            return "the rest";
        }
        return what.length() <= LONGEST ? what : what.substring(0, LONGEST) + "...";
    }

    @Override
    public void close() {
        ticks.cancel(false);
        clock.shutdownNow();
    }
}
