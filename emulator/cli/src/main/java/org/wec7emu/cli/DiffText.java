package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wec7emu.measure.behaviour.Side;
import org.wec7emu.profile.Difference;
import org.wec7emu.profile.ProfileDiff;
import org.wec7emu.profile.ProfileSection;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.TrafficDifference;

/** Differences for a terminal of 100 columns. */
final class DiffText {
    /** Leaves room for grade and source, or for the name of traffic and its verdicts. */
    private static final int VALUE_WIDTH = 55;

    private final PrintWriter out;

    DiffText(PrintWriter out) {
        this.out = out;
    }

    void print(CompareReport report) {
        device("A", report.first());
        device("B", report.second());
        report.profiles().ifPresent(this::print);
        report.measured().ifPresent(measured -> new MeasuredText(out).print(measured));
    }

    private void print(Comparison comparison) {
        ProfileDiff diff = comparison.values();
        if (!comparison.traffic().isEmpty()) {
            traffic(comparison);
        }
        values(diff.differences());
        out.println();
        out.println(DiffWords.closing(diff));
    }

    private void device(String letter, Side side) {
        out.println(letter + "  " + side.name() + CompareReport.about(side));
    }

    private void traffic(Comparison comparison) {
        out.println();
        out.println(comparison.trafficTitle());
        Columns table = new Columns();
        for (TrafficDifference difference : comparison.traffic()) {
            List<String> lines = wrapped(difference.text());
            table.row("  " + difference.name(), lines.get(0), DiffWords.verdicts(difference));
            lines.subList(1, lines.size()).forEach(line -> table.row("", line, ""));
        }
        table.print(out);
    }

    private void values(List<Difference> differences) {
        Columns table = new Columns();
        ProfileSection section = null;
        for (List<Difference> block : blocks(differences)) {
            if (block.get(0).section() != section) {
                section = block.get(0).section();
                table.row("");
                table.row(section.title());
            }
            table.row("  " + block.get(0).subject());
            values(table, "A", block.stream().map(Difference::first));
            values(table, "B", block.stream().map(Difference::second));
        }
        table.print(out);
    }

    /** What is about the same, such as the items of a list, stands together. */
    private static Collection<List<Difference>> blocks(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::subject, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static void values(Columns table, String letter, Stream<Optional<ProfileValue>> values) {
        List<Optional<ProfileValue>> there =
                values.filter(Optional::isPresent).distinct().toList();
        String start = "    " + letter;
        for (Optional<ProfileValue> value : there.isEmpty() ? List.of(Optional.<ProfileValue>empty()) : there) {
            List<String> lines = wrapped(DiffWords.text(value));
            table.row(start, lines.get(0), DiffWords.grade(value), DiffWords.source(value));
            lines.subList(1, lines.size()).forEach(line -> table.row("", line, "", ""));
            start = "";
        }
    }

    /** At blanks, where there are any; at least one line. */
    static List<String> wrapped(String text) {
        return wrapped(text, VALUE_WIDTH);
    }

    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(blank > 0 ? end + 1 : end);
        }
        lines.add(rest);
        return lines;
    }
}
