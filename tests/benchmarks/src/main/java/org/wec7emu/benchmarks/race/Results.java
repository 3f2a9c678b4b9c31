package org.wec7emu.benchmarks.race;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.benchmarks.Median;

/** What was measured: rates by discipline and server. A server that failed in a discipline has none there. */
final class Results {
    private final Map<Discipline, Map<String, List<Double>>> rates = new EnumMap<>(Discipline.class);
    private final Map<String, Long> memory = new LinkedHashMap<>();

    void add(Discipline discipline, String server, double rate) {
        rates.computeIfAbsent(discipline, absent -> new LinkedHashMap<>())
                .computeIfAbsent(server, absent -> new ArrayList<>())
                .add(rate);
    }

    /** Takes back what was measured so far. */
    void forget(Discipline discipline, String server) {
        Map<String, List<Double>> measured = rates.get(discipline);
        if (measured != null) {
            measured.remove(server);
        }
    }

    void memory(String server, long bytes) {
        memory.put(server, bytes);
    }

    /** The median; not a number when there is none. */
    double rate(Discipline discipline, String server) {
        List<Double> measured = rates.getOrDefault(discipline, Map.of()).getOrDefault(server, List.of());
        return Median.of(measured.stream().mapToDouble(rate -> rate).toArray());
    }

    /** The rate as a multiple of another server's. */
    double ratio(Discipline discipline, String server, String other) {
        return rate(discipline, server) / rate(discipline, other);
    }

    /** Peak memory in bytes; not a number when it isn't known. */
    double memory(String server) {
        Long bytes = memory.get(server);
        return bytes == null ? Double.NaN : bytes;
    }

    /** How far apart the quickest and the slowest round are, as a part of the median; not a number without rounds. */
    double spread(Discipline discipline, String server) {
        List<Double> measured = rates.getOrDefault(discipline, Map.of()).getOrDefault(server, List.of());
        double least = measured.stream().mapToDouble(rate -> rate).min().orElse(Double.NaN);
        double most = measured.stream().mapToDouble(rate -> rate).max().orElse(Double.NaN);
        return (most - least) / rate(discipline, server);
    }
}
