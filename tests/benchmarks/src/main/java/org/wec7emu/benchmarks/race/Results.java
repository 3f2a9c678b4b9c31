package org.wec7emu.benchmarks.race;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.wec7emu.benchmarks.Median;

/** What was measured, by discipline and server. A server that failed in a discipline has none there. */
final class Results {
    private final Map<Discipline, Map<String, List<Sample>>> samples = new EnumMap<>(Discipline.class);
    private final Map<String, Long> memory = new LinkedHashMap<>();

    void add(Discipline discipline, String server, Sample sample) {
        samples.computeIfAbsent(discipline, absent -> new LinkedHashMap<>())
                .computeIfAbsent(server, absent -> new ArrayList<>())
                .add(sample);
    }

    /** Takes back what was measured so far. */
    void forget(Discipline discipline, String server) {
        Map<String, List<Sample>> measured = samples.get(discipline);
        if (measured != null) {
            measured.remove(server);
        }
    }

    void memory(String server, long bytes) {
        memory.put(server, bytes);
    }

    private DoubleStream all(Discipline discipline, String server, ToDoubleFunction<Sample> value) {
        return samples.getOrDefault(discipline, Map.of()).getOrDefault(server, List.of()).stream()
                .mapToDouble(value);
    }

    /** The median; not a number when there is none. */
    double rate(Discipline discipline, String server) {
        return Median.of(all(discipline, server, Sample::rate).toArray());
    }

    /** The median of CPU time, in milliseconds a unit; not a number when there is none. */
    double cost(Discipline discipline, String server) {
        return Median.of(all(discipline, server, Sample::cost).toArray());
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
        double least = all(discipline, server, Sample::rate).min().orElse(Double.NaN);
        double most = all(discipline, server, Sample::rate).max().orElse(Double.NaN);
        return (most - least) / rate(discipline, server);
    }
}
