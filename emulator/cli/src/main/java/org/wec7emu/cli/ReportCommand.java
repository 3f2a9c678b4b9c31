package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.JournalException;
import org.wec7emu.journal.JournalReader;
import org.wec7emu.report.HtmlBlock;
import org.wec7emu.report.HtmlPage;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.LadderText;
import org.wec7emu.report.Ladders;

/** The ladders and the verdict of a saved journal. */
final class ReportCommand extends Subcommand {
    private static final String AS = "--as";
    private static final String HTML = "html";
    private static final String TEXT = "text";
    private static final int WIDTH = 100;

    private final OutOption output;

    ReportCommand() {
        super(
                "report",
                "Draws each session of a saved journal as a ladder: commands and replies, data connections, and where the"
                        + " firewall stopped one; and says what check would.");
        parameter("FILE.jsonl", "A journal, as run --journal writes it.");
        option(
                AS,
                HTML + "|" + TEXT,
                HTML + ": one page that needs nothing else, for browsers and paper, unless told with --out; " + TEXT
                        + ": for terminals, unless told without.");
        output = new OutOption(this, "FILE.html");
    }

    @Override
    public Integer call() throws BadInput {
        boolean html = html();
        List<DeviceEvent> events = journal().events();
        List<Ladder> ladders = Ladders.of(events);
        output.write(
                html ? page(ladders, verdict(events)) : text(ladders, verdict(events)),
                ladders.size() + (ladders.size() == 1 ? " ladder" : " ladders"));
        return ExitCode.GOOD;
    }

    private boolean html() throws BadInput {
        String form = value(AS);
        if (form == null) {
            return output.file() != null;
        } else if (form.equals(HTML) || form.equals(TEXT)) {
            return form.equals(HTML);
        }
        throw new BadInput(AS + " " + form + ": there is no such form; there are: " + HTML + ", " + TEXT);
    }

    private JournalReader.Saved journal() throws BadInput {
        String file = parameter();
        try {
            JournalReader.Saved journal = JournalReader.read(Path.of(file));
            if (journal.cutOff()) {
                err().println("wec7emu: " + file + ": the last line breaks off and is left out");
            }
            return journal;
        } catch (JournalException e) {
            throw new BadInput(e.getMessage() + "; a journal is what run --journal writes");
        } catch (NoSuchFileException e) {
            throw new BadInput(file + ": there is no such file");
        } catch (IOException | InvalidPathException e) {
            throw new BadInput(file + ": can't be read: " + e.getMessage());
        }
    }

    /** What check would say, as far as it can be told without having seen the client. */
    private static String verdict(List<DeviceEvent> events) {
        Diagnosis diagnosis = Diagnosis.of(events, new ClientEnd.Unseen());
        return "Verdict, if all of this was one client: " + diagnosis.verdict() + ", as "
                + CheckWords.clean(diagnosis.cause()) + ".";
    }

    private String page(List<Ladder> ladders, String verdict) {
        List<HtmlBlock> before = ladders.isEmpty() ? List.of() : List.of(new HtmlBlock.Paragraph(verdict));
        return HtmlPage.of("Report of " + Path.of(parameter()).getFileName(), before, ladders);
    }

    private static String text(List<Ladder> ladders, String verdict) {
        if (ladders.isEmpty()) {
            return "No client came: there is nothing to draw.\n";
        }
        return String.join("\n", ladders.stream().map(LadderText::of).toList()) + "\n"
                + String.join("\n", DiffText.wrapped(verdict, WIDTH)) + "\n";
    }
}
