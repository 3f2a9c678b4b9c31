package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.List;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.profile.ProfileValue;

/** What came of a client, for a person: each image with its reasons, and a table where there are several. */
final class CheckText {
    private static final String INDENT = "  ";
    private static final int LABEL = 10;
    private static final int WIDTH = 88;

    private final PrintWriter out;

    CheckText(PrintWriter out) {
        this.out = out;
    }

    void print(CheckReport report) {
        String gap = "";
        for (CheckedClient check : report.checks()) {
            out.print(gap);
            print(report, check);
            gap = System.lineSeparator();
        }
        unchecked(report);
        if (report.checks().size() > 1) {
            out.println();
            table(report);
        }
    }

    /** One line an image. */
    void printVerdicts(CheckReport report) {
        report.checks().forEach(check -> out.println(headline(report, check)));
        unchecked(report);
    }

    private void unchecked(CheckReport report) {
        report.unchecked().forEach(image -> out.println(image + ": " + CheckWords.UNCHECKED));
    }

    private static String headline(CheckReport report, CheckedClient check) {
        return check.image() + ": " + check.diagnosis().verdict() + report.surprise(check);
    }

    private void print(CheckReport report, CheckedClient check) {
        out.println(headline(report, check));
        line("Client", CheckWords.client(check));
        line("", CheckWords.end(check));
        if (!check.diagnosis().verdict().works()) {
            CheckWords.output(check).forEach(output -> line("", "| " + output));
        }
        line("Device", "state " + check.state() + ", path " + check.path() + ", firewall by " + check.enforcement());
        line("Cause", check.diagnosis().cause());
        if (!check.hint().text().isEmpty()) {
            line("Remedy", check.hint().text());
        }
        String label = "Rests on";
        for (ProfileValue value : check.grounds().values()) {
            line(label, CheckWords.ground(value));
            label = "";
        }
        String doubt = CheckWords.doubt(check.grounds());
        if (!doubt.isEmpty()) {
            line("", doubt);
        }
    }

    private void line(String label, String text) {
        String start = label;
        for (String part : DiffText.wrapped(text, WIDTH)) {
            out.println((INDENT + start + " ".repeat(LABEL - start.length()) + part).stripTrailing());
            start = "";
        }
    }

    private void table(CheckReport report) {
        Columns table = new Columns();
        table.row("IMAGE", "VERDICT", "SECONDS", "LOST");
        for (CheckedClient check : report.checks()) {
            List<String> cells = cells(report, check);
            table.row(cells.toArray(new String[0]));
        }
        table.print(out);
    }

    private static List<String> cells(CheckReport report, CheckedClient check) {
        return List.of(
                check.image(),
                check.diagnosis().verdict() + report.surprise(check),
                CheckWords.seconds(check.took()),
                CheckWords.seconds(check.diagnosis().lost()));
    }
}
