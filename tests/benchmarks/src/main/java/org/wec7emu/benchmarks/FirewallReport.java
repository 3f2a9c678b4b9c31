package org.wec7emu.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;
import org.wec7emu.benchmarks.LoopbackRounds.Measurement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** What the firewall costs on this machine, as one table; see {@link #main}. */
public final class FirewallReport {
    private static final long GIBIBYTE = 1L << 30;

    private final Extent extent;
    private final Table table = new Table();
    private final List<EnforcementLevel> levels = new ArrayList<>();

    FirewallReport(Extent extent) {
        this.extent = extent;
    }

    /**
     * {@code ./bench firewall [--quick]}. Exits with 2 on wrong usage and 3 when measuring failed.
     *
     * @param args nothing, or {@code --quick}
     */
    public static void main(String[] args) {
        boolean quick = args.length == 1 && args[0].equals("--quick");
        if (args.length > 0 && !quick) {
            System.err.println("usage: ./bench firewall [--quick]");
            System.exit(2);
        }
        System.out.println("What the firewall costs" + (quick ? ", measured quickly" : ""));
        System.out.println(Machine.sentence());
        if (Machine.isBusy()) {
            System.out.println("The machine is busy with other work: times are too long, and ratios wander.");
        }
        try {
            new FirewallReport(quick ? Extent.QUICK : Extent.FULL).measure().forEach(System.out::println);
        } catch (IOException | RunnerException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(3);
        }
    }

    /** Measures all, and tells on stderr what it is at. */
    List<String> measure() throws RunnerException, IOException {
        findLevels();
        packets();
        changes();
        try (LoopbackRounds rounds = new LoopbackRounds(levels)) {
            compare(
                    rounds,
                    "connect, accept, close",
                    it -> LoopbackTraffic.connections(it, extent.connections()),
                    "µs");
            compare(rounds, "1 GiB to the device", it -> LoopbackTraffic.toTheDevice(it, GIBIBYTE), "ms");
            compare(rounds, "1 GiB from the device", it -> LoopbackTraffic.fromTheDevice(it, GIBIBYTE), "ms");
        }
        return table.lines();
    }

    private void findLevels() {
        for (EnforcementLevel level : EnforcementLevel.values()) {
            try {
                ListeningSocket.enforcer(level);
                levels.add(level);
            } catch (EnforcementException e) {
                table.say("not measured: " + e.getMessage());
            }
        }
    }

    private void packets() throws RunnerException {
        for (int size : extent.sizes()) {
            double index = reference("index", size);
            double list = reference("linearSearch", size);
            table.add("a packet: reference, with its states", size, reference("reference", size), "ns", "");
            table.add("a packet: the rules alone, by index", size, index, "ns", "");
            table.add("a packet: the rules alone, list searched", size, list, "ns", ratio(list, index, "the index"));
        }
    }

    private void changes() throws RunnerException {
        for (int size : extent.sizes()) {
            table.add("other rules: reference", size, reference("change", size) / 1_000, "µs", "");
        }
        for (EnforcementLevel level : levels) {
            for (int size : extent.levelSizes()) {
                String label = "other rules: " + level.label();
                say(label + ", " + size + " rules");
                double time = extent.jmh()
                        .median(ApplyBenchmark.class, "apply", "level", level.name(), "rules", Integer.toString(size));
                table.add(label, size, time, "µs", "");
            }
        }
    }

    private double reference(String method, int size) throws RunnerException {
        say(method + ", " + size + " rules");
        return extent.jmh().median(ReferenceBenchmark.class, method, "rules", Integer.toString(size));
    }

    private void compare(LoopbackRounds rounds, String what, Measurement measurement, String unit) throws IOException {
        say(what + ", " + extent.rounds() + " rounds");
        Map<String, Cost> medians = rounds.medians(extent.rounds(), measurement);
        Cost none = medians.getOrDefault(LoopbackRounds.NONE, new Cost(Double.NaN, Double.NaN));
        medians.forEach((name, cost) -> table.add(
                what + ": " + name,
                name.startsWith(LoopbackRounds.NONE) ? 0 : LoopbackRounds.RULES,
                cost.seconds() * (unit.equals("ms") ? 1e3 : 1e6),
                unit,
                name.equals(LoopbackRounds.NONE) ? "" : ratios(cost, none)));
    }

    private static String ratios(Cost cost, Cost none) {
        return ratio(cost.seconds(), none.seconds(), LoopbackRounds.NONE)
                + String.format(Locale.ROOT, ", in CPU time %.3f", cost.processor() / none.processor());
    }

    private static String ratio(double time, double other, String name) {
        double ratio = time / other;
        return String.format(Locale.ROOT, ratio < 10 ? "%.3f of %s" : "%,.0f of %s", ratio, name);
    }

    private static void say(String doing) {
        System.err.println("bench: " + doing);
    }
}
