package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.wec7emu.measure.behaviour.Side;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.profile.Difference;
import org.wec7emu.profile.ProfileDiff;
import org.wec7emu.profile.ProfileSection;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.TrafficDifference;

/** Differences as Markdown, for a merge request or the page of a pipeline's run. */
final class DiffMarkdown {
    private final PrintWriter out;

    DiffMarkdown(PrintWriter out) {
        this.out = out;
    }

    void print(CompareReport report) {
        device("A", report.first());
        device("B", report.second());
        report.profiles().ifPresent(this::print);
        report.measured().ifPresent(measured -> new MeasuredMarkdown(out).print(measured));
    }

    private void print(Comparison comparison) {
        ProfileDiff diff = comparison.values();
        if (!comparison.traffic().isEmpty()) {
            traffic(comparison);
        }
        ProfileSection section = null;
        for (Difference difference : diff.differences()) {
            if (difference.section() != section) {
                section = difference.section();
                heading(section.title());
                out.println("| value | A | grade | source | B | grade | source |");
                out.println("|---|---|---|---|---|---|---|");
            }
            row(difference);
        }
        out.println();
        out.println(DiffWords.closing(diff));
    }

    private void device(String letter, Side side) {
        String about = side instanceof Emulated emulated
                ? ", state " + code(emulated.image().state()) + DiffWords.synthetic(emulated.image())
                : CompareReport.about(side);
        out.println("- **" + letter + "** " + code(side.name()) + about);
    }

    private void traffic(Comparison comparison) {
        heading(comparison.trafficTitle());
        out.println("| traffic | what | A | B |");
        out.println("|---|---|---|---|");
        for (TrafficDifference difference : comparison.traffic()) {
            out.println("| " + difference.name().replace("|", "\\|") + " | " + difference.text() + " | "
                    + DiffWords.verdict(!difference.passesInSecond()) + " | "
                    + DiffWords.verdict(difference.passesInSecond()) + " |");
        }
    }

    private void heading(String title) {
        out.println();
        out.println("### " + title);
        out.println();
    }

    private void row(Difference difference) {
        StringBuilder cells = new StringBuilder("| ").append(code(difference.subject()));
        for (Optional<ProfileValue> value : List.of(difference.first(), difference.second())) {
            cells.append(" | ").append(value.isEmpty() ? "-" : code(DiffWords.text(value)));
            cells.append(" | ").append(DiffWords.grade(value));
            cells.append(" | ").append(DiffWords.source(value));
        }
        out.println(cells.append(" |"));
    }

    /** As code in a cell, whatever is in it. */
    static String code(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        String inner = longest == 0 ? text : " " + text + " ";
        return fence + inner.replace("|", "\\|") + fence;
    }
}
