package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** report, from journals that devices have written with curl as the client. */
class ReportCommandTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/report");

    @TempDir
    private Path folder;

    private static CommandLineRun report(String journal, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = "report";
        all[1] = GOLDEN.resolve(journal + ".jsonl").toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return CommandLineRun.of(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"active", "passive", "behind-nat", "factory"})
    void its_text_reads_as_its_golden_file(String journal) throws IOException {
        CommandLineRun run = report(journal);
        Path file = GOLDEN.resolve(journal + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, run.out());
        }

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualToNormalizingNewlines(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource({
        "active, WORKS",
        "passive, PASSIVE_BLOCKED",
        "behind-nat, ACTIVE_UNREACHABLE",
        "factory, CONTROL_BLOCKED"
    })
    void text_and_page_say_what_check_would(String journal, String verdict) {
        String words = "Verdict, if all of this was one client: " + verdict + ", as ";

        assertThat(report(journal).out()).contains(words);
        assertThat(report(journal, "--as", "html").out()).contains(words);
    }

    @Test
    void a_file_gets_the_page() throws IOException {
        Path page = folder.resolve("report.html");

        CommandLineRun run = report("passive", "--out", page.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(page + ": 1 ladder" + System.lineSeparator());
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("DROPPED by the firewall")
                .endsWith("</html>\n");
    }

    @Test
    void the_form_can_be_told_for_either() throws IOException {
        Path text = folder.resolve("report.txt");

        assertThat(report("passive", "--as", "html").out()).startsWith("<!DOCTYPE html>");
        assertThat(report("passive", "--as", "text", "--out", text.toString()).exitCode())
                .isZero();
        assertThat(Files.readString(text)).isEqualTo(report("passive").out());
    }

    @Test
    void a_journal_that_breaks_off_is_reported_as_far_as_it_goes() throws IOException {
        String whole = Files.readString(GOLDEN.resolve("passive.jsonl"));
        Path cut = Files.writeString(folder.resolve("cut.jsonl"), whole.substring(0, whole.length() - 20));

        CommandLineRun run = CommandLineRun.of("report", cut.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .isEqualTo("wec7emu: " + cut + ": the last line breaks off and is left out" + System.lineSeparator());
        assertThat(run.out()).isEqualTo(report("passive").out());
    }

    @Test
    void a_picture_is_of_one_session() {
        assertThat(report("passive", "--as", "svg").out())
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("prefers-color-scheme: dark", "DROPPED by the firewall", "<title id=\"title\">Session 1")
                .endsWith("</svg>\n");
        assertThat(report("passive", "--as", "svg", "--session", "2").err())
                .isEqualTo("wec7emu: --session 2: it takes a number from 1 to 1" + System.lineSeparator());
    }

    @Test
    void readmes_picture_is_of_the_passive_session() throws IOException {
        Path file = Path.of("../../docs/passive-blocked.svg");
        String picture = report("passive", "--as", "svg").out();
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, picture);
        }

        assertThat(picture).isEqualToNormalizingNewlines(Files.readString(file));
        assertThat(Files.readString(Path.of("../../README.md"))).contains("](docs/passive-blocked.svg)");
    }

    @Test
    void a_journal_without_clients_says_so() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "");

        assertThat(CommandLineRun.of("report", empty.toString()).out())
                .isEqualTo("No client came: there is nothing to draw.\n");
    }
}
