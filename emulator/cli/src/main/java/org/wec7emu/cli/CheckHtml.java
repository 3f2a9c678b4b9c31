package org.wec7emu.cli;

import java.util.ArrayList;
import java.util.List;
import org.wec7emu.check.Grounds;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.report.HtmlBlock;
import org.wec7emu.report.HtmlBlock.Cell;
import org.wec7emu.report.HtmlBlock.Tone;
import org.wec7emu.report.HtmlPage;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.Ladders;

/** What came of a client as one page: a table of the verdicts, and of each image the reasons and the ladders of its sessions. */
final class CheckHtml {
    private CheckHtml() {}

    static String of(CheckReport report) {
        List<HtmlBlock> blocks = new ArrayList<>();
        if (!report.client().isEmpty()) {
            blocks.add(new HtmlBlock.Preformatted(CheckWords.typed(report.client())));
        }
        blocks.add(table(report));
        for (int i = 0; i < report.checks().size(); i++) {
            details(report.checks().get(i), id(i), blocks);
        }
        return HtmlPage.of("wec7emu check: " + (report.isGood() ? "as expected" : "not as expected"), blocks);
    }

    private static String id(int check) {
        return "image-" + (check + 1);
    }

    private static HtmlBlock table(CheckReport report) {
        List<List<Cell>> rows = new ArrayList<>();
        for (int i = 0; i < report.checks().size(); i++) {
            CheckedClient check = report.checks().get(i);
            rows.add(List.of(
                    new Cell(check.image(), Tone.PLAIN, id(i)),
                    new Cell(
                            check.diagnosis().verdict() + report.surprise(check),
                            report.isGood(check) ? Tone.GOOD : Tone.BAD,
                            ""),
                    Cell.of(CheckWords.seconds(check.took())),
                    Cell.of(CheckWords.seconds(check.diagnosis().lost()))));
        }
        report.unchecked()
                .forEach(image -> rows.add(List.of(
                        Cell.of(image), new Cell(CheckWords.UNCHECKED, Tone.BAD, ""), Cell.of(""), Cell.of(""))));
        return new HtmlBlock.Table("Verdicts", List.of("Image", "Verdict", "Seconds", "Lost"), rows);
    }

    private static void grounds(Grounds grounds, List<HtmlBlock> blocks) {
        if (!grounds.values().isEmpty()) {
            String doubt = CheckWords.doubt(grounds);
            blocks.add(new HtmlBlock.Items(
                    "It rests on" + (doubt.isEmpty() ? ":" : "; " + doubt + ":"),
                    grounds.values().stream().map(CheckWords::ground).toList()));
        }
    }

    private static void details(CheckedClient check, String id, List<HtmlBlock> blocks) {
        blocks.add(
                new HtmlBlock.Heading(check.image() + ": " + check.diagnosis().verdict(), id));
        blocks.add(new HtmlBlock.Paragraph("Cause: " + check.diagnosis().cause()));
        if (!check.hint().text().isEmpty()) {
            blocks.add(new HtmlBlock.Paragraph("Remedy: " + check.hint().text()));
        }
        List<String> output = new ArrayList<>(CheckWords.output(check));
        output.add(0, CheckWords.client(check) + ": " + CheckWords.end(check));
        blocks.add(new HtmlBlock.Preformatted(String.join("\n", output)));
        grounds(check.grounds(), blocks);
        int number = 0;
        for (Ladder ladder : Ladders.of(check.journal())) {
            number++;
            blocks.add(new HtmlBlock.Drawn(ladder, id + "-ladder-" + number));
        }
    }
}
