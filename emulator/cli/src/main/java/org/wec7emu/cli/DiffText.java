package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.Difference;
import org.wec7emu.profile.ProfileDiff;
import org.wec7emu.profile.ProfileSection;
import org.wec7emu.profile.ProfileValue;

/** Differences for a terminal of 100 columns. */
final class DiffText {
    /** Leaves room for grade and source. */
    private static final int VALUE_WIDTH = 55;

    private final PrintWriter out;
    private final Columns table = new Columns();

    DiffText(PrintWriter out) {
        this.out = out;
    }

    void print(ProfileDiff diff) {
        device("A", diff.first());
        device("B", diff.second());
        ProfileSection section = null;
        for (List<Difference> block : blocks(diff.differences())) {
            if (block.get(0).section() != section) {
                section = block.get(0).section();
                table.row("");
                table.row(section.title());
            }
            table.row("  " + block.get(0).subject());
            values("A", block.stream().map(Difference::first));
            values("B", block.stream().map(Difference::second));
        }
        table.row("");
        table.row(DiffWords.closing(diff));
        table.print(out);
    }

    /** What is about the same, such as the items of a list, stands together. */
    private static Collection<List<Difference>> blocks(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::subject, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private void device(String letter, DeviceInState device) {
        table.row(letter + "  " + device.profile().image() + ", state " + device.state() + DiffWords.synthetic(device));
    }

    private void values(String letter, Stream<Optional<ProfileValue>> values) {
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
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > VALUE_WIDTH) {
            int blank = rest.lastIndexOf(' ', VALUE_WIDTH);
            int end = blank > 0 ? blank : VALUE_WIDTH;
            lines.add(rest.substring(0, end));
            rest = rest.substring(blank > 0 ? end + 1 : end);
        }
        lines.add(rest);
        return lines;
    }
}
