package org.wec7emu.cli;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.wec7emu.check.ClientEnd;
import org.wec7emu.check.Diagnosis;
import org.wec7emu.cli.CheckReport.Expect;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.JournalException;
import org.wec7emu.journal.JournalReader;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.report.Ladder;
import org.wec7emu.report.Ladders;

/** The ladders and the verdict of a saved journal. */
final class ReportCommand extends Subcommand {
    private static final String REPORT_DIR = "--report-dir";

    private final LadderForm form;
    private final OutOption output;
    private final ExpectOption expect;
    private final ProfilesOption profiles;

    ReportCommand() {
        super(
                "report",
                "Draws each session of a saved journal as a ladder: commands and replies, data connections, and where the"
                        + " firewall stopped one; and says what check would.");
        parameter("FILE.jsonl", "A journal, as run --journal and check --report-dir write it.");
        form = new LadderForm(this);
        output = new OutOption(this, "FILE");
        option(
                REPORT_DIR,
                "DIR",
                "Write report.json, junit.xml, summary.md, report.html and the journal there, as check does; what only"
                        + " who saw the client knows (command line, output, exit code) is left empty. Older ones are"
                        + " replaced.");
        expect = new ExpectOption(
                this, "Which verdict is good; another one gives exit code 1. Nothing is expected unless told.");
        profiles = new ProfilesOption(this);
        spec().usageMessage()
                .footer(
                        "",
                        "Exit codes: 0 good, 1 the verdict isn't as expected, 2 usage or bad input, 3 the emulator itself"
                                + " failed.");
    }

    @Override
    public Integer call() throws BadInput {
        LadderForm.Form wanted = form.wanted(output.file());
        Expect told = expect.told();
        List<DeviceEvent> events = journal().events();
        CheckFiles files = CheckFiles.in(value(REPORT_DIR), null);
        List<Ladder> ladders = Ladders.of(events);
        Diagnosis diagnosis = Diagnosis.of(events, new ClientEnd.Unseen());
        output.write(
                form.write(wanted, parameter(), ladders, diagnosis),
                ladders.size() + (ladders.size() == 1 ? " ladder" : " ladders"));
        if (value(REPORT_DIR) != null) {
            files.write(report(events, told == null ? Expect.WORKS : told));
        }
        return told == null || told.isMetBy(diagnosis.verdict()) ? ExitCode.GOOD : ExitCode.BAD_VERDICT;
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

    private CheckReport report(List<DeviceEvent> events, Expect expected) throws BadInput {
        if (events.isEmpty()) {
            throw new BadInput(parameter() + ": there is no event in it, so there is nothing for " + REPORT_DIR);
        }
        JournalCheck check = new JournalCheck(events);
        return new CheckReport(List.of(), expected, List.of(check.checked(profile(check))), List.of());
    }

    private Optional<DeviceInState> profile(JournalCheck check) throws BadInput {
        try {
            return Optional.of(DeviceInState.of(profiles.catalog().find(check.image()), check.state()));
        } catch (ProfileException | IllegalArgumentException e) {
            err().println("wec7emu: " + parameter() + ": its image " + check.image() + " in state " + check.state()
                    + " isn't known here, so what the verdict rests on is left out; "
                    + ProfilesOption.PROFILES + " DIR says where its profile is");
            return Optional.empty();
        }
    }
}
