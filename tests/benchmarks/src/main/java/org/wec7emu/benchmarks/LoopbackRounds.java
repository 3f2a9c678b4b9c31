package org.wec7emu.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/**
 * The same traffic without a filter and behind each level, in rounds: each round measures all of them, each time in another
 * order, so that a change of the machine's load meets all alike. The socket without a filter is there twice; by how much the
 * two differ is what the machine's unrest alone makes.
 */
final class LoopbackRounds implements Closeable {
    static final String NONE = "none";
    static final String NONE_AGAIN = "none, once more";

    /** Number of rules behind which the traffic passes. */
    static final int RULES = 100;

    /** One measurement that is not over by then has hung. */
    private static final long LIMIT_SECONDS = 120;

    private final Map<String, ListeningSocket> sockets = new LinkedHashMap<>();
    private final ExecutorService measuring = Executors.newSingleThreadExecutor();

    /** Measures something once. */
    interface Measurement {
        Cost take(ListeningSocket socket) throws IOException;
    }

    LoopbackRounds(List<EnforcementLevel> levels) throws IOException {
        try {
            sockets.put(NONE, ListeningSocket.nothing());
            for (EnforcementLevel level : levels) {
                sockets.put(level.label(), ListeningSocket.level(level, RULES));
            }
            sockets.put(NONE_AGAIN, ListeningSocket.nothing());
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /**
     * Takes a measurement {@code rounds} times of each, and once before that isn't counted.
     *
     * @return the median of each, in the order NONE, levels, NONE_AGAIN
     */
    Map<String, Cost> medians(int rounds, Measurement measurement) throws IOException {
        Map<String, List<Cost>> taken = new LinkedHashMap<>();
        sockets.keySet().forEach(name -> taken.put(name, new ArrayList<>()));
        List<String> order = new ArrayList<>(sockets.keySet());
        for (int round = 0; round <= rounds; round++) {
            for (String name : order) {
                Cost cost = take(measurement, name);
                if (round > 0) {
                    taken.computeIfAbsent(name, absent -> new ArrayList<>()).add(cost);
                }
            }
            Collections.rotate(order, 1);
        }
        Map<String, Cost> medians = new LinkedHashMap<>();
        taken.forEach((name, costs) -> medians.put(name, Cost.median(costs)));
        return medians;
    }

    private Cost take(Measurement measurement, String name) throws IOException {
        ListeningSocket socket = sockets.get(name);
        if (socket == null) {
            throw new IllegalArgumentException("no socket " + name);
        }
        Future<Cost> taken = measuring.submit(() -> measurement.take(socket));
        try {
            return taken.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("measuring on loopback (" + name + ") failed: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("measuring on loopback (" + name + ") took over " + LIMIT_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("measuring was interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        measuring.shutdownNow();
        for (ListeningSocket socket : sockets.values()) {
            socket.close();
        }
    }
}
