package org.wec7emu.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wec7emu.ftp.VerbTable;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Evidence;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.SourceList;

/** Makes {@code docs/ftp-compliance.md} from the table of verbs, the profile and what devices really answered. */
final class CompliancePage {
    private static final Path SCHEMA = Path.of("../../device-profiles/profile.schema.json");
    private static final String INTRODUCTION = """
            # What the FTP server does, and how that is known

            Made by a test (`ComplianceTests`) from the table of verbs, the profile `%s` and
            running devices; `-Dgolden.update=true` writes it anew. What stands in a row was said and heard over real sockets.

            Grades: *documented* by Microsoft or the vendor, *observed* in a published log, *reported* by third parties of a real
            device, *inferred* (nobody says so; the reason is given), *unknown* (nothing was found; a choice that a profile can
            change). Ports and times are left out. Files: `readme.txt`, `Docs/a.txt`, `Docs/b.bin`.
            """;

    private final StringBuilder text = new StringBuilder();
    private final DeviceProfile profile;
    private final Map<String, SourceList.Source> cited = new TreeMap<>();

    CompliancePage(DeviceProfile profile) {
        this.profile = profile;
        text.append(INTRODUCTION.formatted(profile.image()));
    }

    /** Runs each verb's script. */
    void verbs(Device device) throws IOException {
        text.append("\n## Verbs\n\n");
        heading("Verb", "The device", "Evidence", "The emulator, in a session of webguest");
        for (VerbTable.Row verb : VerbTable.rows()) {
            List<String> run = VerbScripts.transcript(device, device.ftpRoot(), verb.name(), WireForm.PLAIN);
            row(verb.name(), verb.evidence().note(), evidence(verb.evidence()), lines(run));
        }
    }

    /** Tries each verb in unusual ways. */
    void oddities(Device device) throws IOException {
        text.append("""

                ## Unusual input
                The code that each verb gets, without a data connection arranged: before login; without an argument; with one that
                names nothing (`x`); with the byte E4 as argument; behind Telnet's IAC IP IAC DM; in a line of 2,049 bytes. In
                lower and mixed case, behind blanks, and ended by a line feed alone, each does what the table above says.

                """);
        heading("Verb", "Before login", "Alone", "`x`", "E4", "IAC IP IAC DM", "Too long");
        for (VerbTable.Row verb : VerbTable.rows()) {
            List<String> cells = new ArrayList<>(List.of(verb.name()));
            for (OddInput odd : OddInput.values()) {
                cells.add(odd.codeFor(verb, device));
            }
            row(cells.toArray(String[]::new));
        }
    }

    /** Runs each value of each switch. */
    void switches(Function<SwitchCase, List<String>> run) throws IOException {
        Map<String, List<SwitchCase>> byKey = new LinkedHashMap<>();
        SwitchScripts.all().forEach(each -> byKey.computeIfAbsent(each.key(), key -> new ArrayList<>())
                .add(each));
        text.append("\n## Switches\nKeys of `ftp:` in a profile.\n\n");
        heading("Key", "What it decides", "Default", "Evidence", "Why");
        for (String key : byKey.keySet()) {
            ProfileValue value = value("ftp." + key);
            row(
                    "`" + key + "`",
                    description(key),
                    "`" + value.text() + "`",
                    evidence(value.evidence()),
                    value.evidence().note());
        }
        text.append("\n## What each value of a switch does\n\n");
        heading("Key", "Value", "The emulator");
        for (List<SwitchCase> cases : byKey.values()) {
            for (SwitchCase each : cases) {
                row("`" + each.key() + "`", "`" + each.value() + "`", lines(run.apply(each)));
            }
        }
    }

    /** Runs each situation of a data connection. */
    void dataConnections() {
        text.append("\n## Data connections\n\n");
        heading("Situation", "The emulator");
        DataScripts.all().forEach(situation -> row(situation.name(), lines(situation.run())));
    }

    /** Lists the replies. */
    void replies() {
        text.append("\n## Replies\nKeys of `ftp.replies:`.\n\n");
        heading("Key", "Reply", "Evidence", "Remark");
        for (ProfileValue value : profile.values()) {
            if (value.path().startsWith("ftp.replies.")) {
                String key = value.path().substring("ftp.replies.".length());
                row(
                        "`" + key + "`",
                        "`" + value.text() + "`",
                        evidence(value.evidence()),
                        value.evidence().note());
            }
        }
    }

    String text() {
        return text.toString();
    }

    private ProfileValue value(String path) {
        return profile.values().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the profile has no " + path));
    }

    private static String description(String key) throws IOException {
        Matcher found = Pattern.compile("\"" + Pattern.quote(key) + "\": \\{\\s*\"description\": \"([^\"]+)\"")
                .matcher(Files.readString(SCHEMA));
        if (!found.find()) {
            throw new IllegalStateException("the schema doesn't describe " + key);
        }
        return found.group(1);
    }

    private String evidence(Evidence evidence) {
        String grade = evidence.grade().label();
        if (evidence.source().isEmpty()) {
            return grade;
        }
        SourceList.Source source = SourceList.bundled().find(evidence.source()).orElseThrow();
        cited.put(source.key(), source);
        return grade + ", " + (source.url().isEmpty() ? source.key() : "[" + source.key() + "]");
    }

    /** Lists the sources that were cited. */
    void sources() {
        text.append("\n## Sources\n");
        cited.values().forEach(source -> text.append("- ")
                .append(source.key())
                .append(": ")
                .append(source.title())
                .append('\n'));
        text.append('\n');
        cited.values().stream()
                .filter(source -> !source.url().isEmpty())
                .forEach(source -> text.append("[%s]: %s\n".formatted(source.key(), source.url())));
    }

    private static String lines(List<String> exchanges) {
        return String.join("<br>", exchanges);
    }

    private void heading(String... cells) {
        row(cells);
        text.append("|---".repeat(cells.length)).append("|\n");
    }

    private void row(String... cells) {
        for (String cell : cells) {
            text.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        text.append("|\n");
    }
}
