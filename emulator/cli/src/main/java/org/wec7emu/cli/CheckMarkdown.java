package org.wec7emu.cli;

import java.io.PrintWriter;
import java.util.List;
import org.wec7emu.check.client.CheckedClient;

/** What came of a client, for the summary of a CI job. */
final class CheckMarkdown {
    private final PrintWriter out;

    CheckMarkdown(PrintWriter out) {
        this.out = out;
    }

    void print(CheckReport report) {
        out.println("### wec7emu check: " + (report.isGood() ? "as expected" : "not as expected"));
        out.println();
        if (!report.client().isEmpty()) {
            out.println("Client: " + DiffMarkdown.code(CheckWords.typed(report.client())));
            out.println();
        }
        out.println("| image | state | path | verdict | expected | seconds | lost |");
        out.println("|---|---|---|---|---|---|---|");
        report.checks().forEach(check -> row(report, check));
        report.unchecked()
                .forEach(image -> out.println(
                        "| " + DiffMarkdown.code(image) + " | | | " + CheckWords.UNCHECKED + " | no | | |"));
        report.checks().forEach(this::details);
    }

    private void row(CheckReport report, CheckedClient check) {
        out.println("| " + DiffMarkdown.code(check.image()) + " | " + check.state() + " | " + check.path() + " | **"
                + check.diagnosis().verdict() + "** | " + (report.isGood(check) ? "yes" : "no") + " | "
                + CheckWords.seconds(check.took()) + " | "
                + CheckWords.seconds(check.diagnosis().lost()) + " |");
    }

    private void details(CheckedClient check) {
        out.println();
        out.println("**" + check.image() + "**: " + escaped(check.diagnosis().cause()) + ".");
        if (!check.hint().text().isEmpty()) {
            out.println("Remedy: " + escaped(check.hint().text()));
        }
        String doubt = CheckWords.doubt(check.grounds());
        if (!doubt.isEmpty()) {
            out.println();
            out.println("_" + doubt + "_");
        }
        output(check);
    }

    private void output(CheckedClient check) {
        List<String> lines = CheckWords.output(check);
        if (!check.diagnosis().verdict().works() && !lines.isEmpty()) {
            out.println();
            lines.forEach(line -> out.println("    " + line));
        }
    }

    /** What a client sent must not become mark-up. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_<>\\[\\]|]", "\\\\$0");
    }
}
