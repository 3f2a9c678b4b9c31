package org.wec7emu.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rows of what was measured, how many rules there were, how long it took, and how that compares. */
final class Table {
    private final List<String> lines = new ArrayList<>();

    Table() {
        row("", "rules", "median", "");
    }

    /** @param comparison such as {@code 1.01 of none}; may be empty */
    void add(String measured, int rules, double time, String unit, String comparison) {
        String digits = time < 10 ? "%,.2f" : time < 1_000 ? "%,.1f" : "%,.0f";
        row(measured, String.format(Locale.ROOT, "%,d", rules), format(digits, time) + " " + unit, comparison);
    }

    /** A line of what couldn't be measured, or is to be known. */
    void say(String text) {
        lines.add(text);
    }

    private void row(String measured, String rules, String time, String comparison) {
        lines.add(String.format(Locale.ROOT, "%-44s%8s%14s   %s", measured, rules, time, comparison)
                .stripTrailing());
    }

    private static String format(String digits, double value) {
        return String.format(Locale.ROOT, digits, value);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
