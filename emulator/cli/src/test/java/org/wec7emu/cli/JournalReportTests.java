package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** report makes of a saved journal the same files as check does, as far as a journal knows. */
class JournalReportTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/report");

    @TempDir
    private Path folder;

    private CommandLineRun report(Path journal, String... options) {
        String[] all = new String[options.length + 4];
        all[0] = "report";
        all[1] = journal.toString();
        all[2] = "--report-dir";
        all[3] = folder.toString();
        System.arraycopy(options, 0, all, 4, options.length);
        return CommandLineRun.of(all);
    }

    private String content(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @ParameterizedTest
    @CsvSource({
        "active, WORKS",
        "passive, PASSIVE_BLOCKED",
        "behind-nat, ACTIVE_UNREACHABLE",
        "factory, CONTROL_BLOCKED"
    })
    void has_the_verdict_in_every_form(String journal, String verdict) throws IOException {
        CommandLineRun run = report(GOLDEN.resolve(journal + ".jsonl"));

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(content("report.json")).contains("\"verdict\" : \"" + verdict + "\"", "\"end\" : \"unseen\"");
        assertThat(content("summary.md")).contains("**" + verdict + "**");
        assertThat(content("report.html")).contains(verdict, "</svg>");
        assertThat(content("junit.xml")).contains("tests=\"1\"", verdict.equals("WORKS") ? "failures=\"0\"" : verdict);
        assertThat(content(CommandLineRun.V604H + ".jsonl").lines())
                .hasSameSizeAs(Files.readAllLines(GOLDEN.resolve(journal + ".jsonl")));
    }

    @Test
    void tells_of_the_state_that_the_client_met_whatever_the_device_was_put_into_before_and_after() throws IOException {
        List<String> passive = Files.readAllLines(GOLDEN.resolve("passive.jsonl"));
        String met = passive.get(0);
        String factory = met.replace("ftp-ready", "factory");
        List<String> journal = new ArrayList<>(List.of(factory));
        journal.addAll(passive);
        journal.add(factory);
        Path file = Files.write(folder.resolve("reset.jsonl"), journal);

        assertThat(report(file).exitCode()).isZero();

        assertThat(content("report.json")).contains("\"state\" : \"ftp-ready\"").doesNotContain("factory");
    }

    @Test
    void keeps_to_the_schema_and_says_what_it_rests_on() throws IOException {
        report(GOLDEN.resolve("passive.jsonl"));

        String schema = Files.readString(Path.of("../../docs/check-report.schema.json"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(content("report.json"), InputFormat.JSON))
                .isEmpty();
        assertThat(content("report.json"))
                .contains("\"client\" : [ ]", "\"commandLine\" : [ ]", "\"output\" : [ ]", "\"guesses\" : 2")
                .doesNotContain("exitCode");
    }

    @Test
    void of_an_image_that_isnt_known_here_says_so_and_leaves_out_what_it_rests_on() throws IOException {
        String journal = Files.readString(GOLDEN.resolve("passive.jsonl")).replace(CommandLineRun.V604H, "MY_IMAGE");
        Path file = Files.writeString(folder.resolve("mine.jsonl"), journal);

        CommandLineRun run = report(file);

        assertThat(run.err())
                .isEqualTo("wec7emu: " + file + ": its image MY_IMAGE in state ftp-ready isn't known here, so what the"
                        + " verdict rests on is left out; --profiles DIR says where its profile is"
                        + System.lineSeparator());
        assertThat(content("report.json")).contains("\"restsOn\" : [ ]", "PASSIVE_BLOCKED");
    }

    @Test
    void ends_with_1_when_the_verdict_isnt_as_expected() {
        assertThat(report(GOLDEN.resolve("passive.jsonl"), "--expect", "works").exitCode())
                .isEqualTo(ExitCode.BAD_VERDICT);
        assertThat(report(GOLDEN.resolve("passive.jsonl"), "--expect", "blocked")
                        .exitCode())
                .isZero();
    }

    @Test
    void has_nothing_to_write_of_an_empty_journal() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");

        CommandLineRun run = report(empty);

        assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(empty + ": there is no event in it, so there is nothing for --report-dir");
    }
}
