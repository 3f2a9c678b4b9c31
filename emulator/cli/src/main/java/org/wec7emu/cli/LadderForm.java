package org.wec7emu.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.report.HtmlBlock;
import org.wec7emu.report.HtmlPage;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.LadderPicture;
import org.wec7emu.report.LadderText;

/** In which form ladders are written. */
final class LadderForm {
    private static final String AS = "--as";
    private static final String SESSION = "--session";
    private static final int WIDTH = 100;

    private final Subcommand command;

    LadderForm(Subcommand command) {
        this.command = command;
        command.option(
                AS,
                "html|text|svg",
                "html: one page that needs nothing else, for browsers and paper, unless told with --out; text: for"
                        + " terminals, unless told without; svg: a picture of one session, for a document or a ticket.");
        command.option(SESSION, "N", "Which session the picture is of, by its place in the journal: 1 unless told.");
    }

    /** As in {@code --as html}. */
    enum Form {
        HTML,
        TEXT,
        SVG
    }

    /** @param file that it goes to; null for standard output */
    Form wanted(@Nullable Path file) throws BadInput {
        String text = command.value(AS);
        if (text == null) {
            return file == null ? Form.TEXT : Form.HTML;
        }
        for (Form form : Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(text)) {
                return form;
            }
        }
        throw new BadInput(AS + " " + text + ": there is no such form; there are: html, text, svg");
    }

    String write(Form form, String journal, List<Ladder> ladders, Diagnosis diagnosis) throws BadInput {
        String verdict = "Verdict, if all of this was one client: " + diagnosis.verdict() + ", as "
                + CheckWords.clean(diagnosis.cause()) + ".";
        return switch (form) {
            case HTML -> page(journal, ladders, verdict);
            case TEXT -> text(ladders, verdict);
            case SVG -> picture(journal, ladders);
        };
    }

    private static String page(String journal, List<Ladder> ladders, String verdict) {
        List<HtmlBlock> before = ladders.isEmpty() ? List.of() : List.of(new HtmlBlock.Paragraph(verdict));
        return HtmlPage.of("Report of " + Path.of(journal).getFileName(), before, ladders);
    }

    private static String text(List<Ladder> ladders, String verdict) {
        if (ladders.isEmpty()) {
            return "No client came: there is nothing to draw.\n";
        }
        return String.join("\n", ladders.stream().map(LadderText::of).toList()) + "\n"
                + String.join("\n", DiffText.wrapped(verdict, WIDTH)) + "\n";
    }

    private String picture(String journal, List<Ladder> ladders) throws BadInput {
        if (ladders.isEmpty()) {
            throw new BadInput(journal + ": no client came, so there is no picture");
        }
        String text = command.value(SESSION);
        int number = text == null ? 1 : text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > ladders.size()) {
            throw new BadInput(SESSION + " " + text + ": it takes a number from 1 to " + ladders.size());
        }
        return LadderPicture.of(ladders.get(number - 1));
    }
}
