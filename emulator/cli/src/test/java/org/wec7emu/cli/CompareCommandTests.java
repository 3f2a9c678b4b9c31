package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** compare, the profiles alone; what is measured has MeasuredCompareTests. */
class CompareCommandTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/compare");
    private static final String LINE_3 = GOLDEN.resolve("line-3.yaml").toString();
    private static final int TERMINAL = 100;

    @TempDir
    private Path folder;

    private static CommandLineRun compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(0, List.of("compare", "--profile-only"));
        return CommandLineRun.of(all.toArray(new String[0]));
    }

    /** Lines of the image's profile move whenever somebody adds a value to it. */
    private static String withoutPlaces(String json) {
        return json.replaceAll("(" + CommandLineRun.V604H + "\\.yaml):\\d+:\\d+", "$1:LINE:COLUMN");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "images.txt|CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h",
                "states.txt|CX8100_WEC7_LF_v604h --state factory --to-state ftp-ready",
                "states.md|CX8100_WEC7_LF_v604h --state factory --to-state ftp-ready --markdown",
                "states.json|CX8100_WEC7_LF_v604h --state factory --to-state ftp-ready --json",
                "night.txt|CX8100_WEC7_LF_v604h src/test/resources/golden/compare/night.yaml --at 2026-11-24T22:00",
                "night.json|CX8100_WEC7_LF_v604h src/test/resources/golden/compare/night.yaml --json --at 2026-11-24T22:00",
                "line-3.txt|CX8100_WEC7_LF_v604h src/test/resources/golden/compare/line-3.yaml",
                "line-3.md|CX8100_WEC7_LF_v604h src/test/resources/golden/compare/line-3.yaml --markdown",
                "line-3.json|CX8100_WEC7_LF_v604h src/test/resources/golden/compare/line-3.yaml --json",
            })
    void says_what_differs_as_its_golden_file_has_it(String golden, String arguments) throws IOException {
        CommandLineRun run = compare(arguments.split(" "));
        Path file = GOLDEN.resolve(golden);
        String printed = withoutPlaces(run.out());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, printed);
        }

        assertThat(run.err()).isEmpty();
        assertThat(printed).isEqualToNormalizingNewlines(Files.readString(file));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"images.txt", "states.txt", "night.txt", "line-3.txt"})
    void its_text_fits_a_terminal(String golden) throws IOException {
        assertThat(Files.readAllLines(GOLDEN.resolve(golden))).isNotEmpty().allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(TERMINAL));
    }

    @Test
    void what_does_not_differ_is_good() {
        CommandLineRun run = compare(CommandLineRun.V604H, "cx8100_wec7_lf_V604");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).endsWith("No differences." + System.lineSeparator());
        assertThat(compare(LINE_3, LINE_3).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--markdown"})
    void what_does_not_differ_is_good_in_any_form(String form) {
        CommandLineRun run = compare(CommandLineRun.V604H, CommandLineRun.V604H, form);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains(form.equals("--json") ? "\"differ\" : false" : "No differences.");
    }

    @Test
    void the_state_holds_for_both_unless_the_second_has_its_own() {
        assertThat(compare(CommandLineRun.V604H, CommandLineRun.BASELINE, "--state", "factory")
                        .out())
                .contains("A  " + CommandLineRun.V604H + ", state factory")
                .contains("B  " + CommandLineRun.BASELINE + ", state factory");
        assertThat(compare(CommandLineRun.V604H, CommandLineRun.BASELINE, "--to-state", "factory")
                        .out())
                .contains("A  " + CommandLineRun.V604H + ", state ftp-ready")
                .contains("B  " + CommandLineRun.BASELINE + ", state factory");
    }

    @Test
    void a_trailing_blank_is_seen() throws IOException {
        assertThat(Files.readString(GOLDEN.resolve("line-3.txt"))).contains("\"226 Closing data connection. \"");
    }

    @Test
    void its_json_is_json() throws IOException {
        for (String golden : List.of("states.json", "line-3.json")) {
            try (JsonParser json = new JsonFactory().createParser(Files.readString(GOLDEN.resolve(golden)))) {
                while (json.nextToken() != null) {
                    // reads on: what is no JSON ends in an exception
                }
            }
        }
    }

    @Test
    void a_cell_of_markdown_holds_whatever_a_value_has() {
        assertThat(DiffMarkdown.code("a|b")).isEqualTo("`a\\|b`");
        assertThat(DiffMarkdown.code("a `b` c")).isEqualTo("`` a `b` c ``");
        assertThat(DiffMarkdown.code("`")).isEqualTo("`` ` ``");
    }

    @Test
    void a_long_value_is_wrapped_and_nothing_of_it_lost() {
        String words = "File unavailable ".repeat(9).strip();
        String path = "\\x".repeat(60);

        assertThat(String.join(" ", DiffText.wrapped(words))).isEqualTo(words);
        assertThat(String.join("", DiffText.wrapped(path))).isEqualTo(path);
        assertThat(DiffText.wrapped(path)).hasSize(3);
    }

    @Test
    void a_broken_file_is_named_with_its_place() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "image: {name: [\n");

        CommandLineRun run = compare(CommandLineRun.V604H, broken.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("wec7emu: " + broken + ":");
    }
}
