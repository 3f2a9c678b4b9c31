package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.cli.CommandLineRun.BASELINE;
import static org.wec7emu.cli.CommandLineRun.V604H;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.profile.ProfileCatalog;

/** compare, what is measured. */
@Timeout(value = 3, unit = TimeUnit.MINUTES) // many devices are started and asked
class MeasuredCompareTests {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/compare");
    private static final int TERMINAL = 100;

    @TempDir
    private Path folder;

    private static CommandLineRun compare(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(0, "compare");
        return CommandLineRun.of(all.toArray(new String[0]));
    }

    /** Lines of the images' profiles move whenever somebody adds a value to them, and passive ports are any. */
    private static String comparable(String text) {
        return text.replaceAll("(\\w+\\.yaml):\\d+:\\d+", "$1:LINE:COLUMN");
    }

    private static void assertGolden(String golden, String printed) throws IOException {
        Path file = GOLDEN.resolve(golden);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, comparable(printed));
        }
        assertThat(comparable(printed)).isEqualToNormalizingNewlines(Files.readString(file));
    }

    private static String messages(CommandLineRun run) {
        return run.err().replaceAll("(?m)^comparing for .*\\R", "");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "measured.txt|CX8100_WEC7_LF_pre-v604h CX8100_WEC7_LF_v604h",
                "measured.md|CX8100_WEC7_LF_pre-v604h CX8100_WEC7_LF_v604h --markdown",
                "measured.json|CX8100_WEC7_LF_pre-v604h CX8100_WEC7_LF_v604h --json",
                "measured-states.txt|CX8100_WEC7_LF_v604h --state factory --to-state ftp-ready",
                "measured-systems.txt|CX8100_WEC7_LF_v604h Microsoft_CE6",
                "measured-line-3.txt|CX8100_WEC7_LF_v604h src/test/resources/golden/compare/line-3.yaml",
            })
    void says_what_differs_as_its_golden_file_has_it(String golden, String arguments) throws IOException {
        CommandLineRun run = compare(arguments.split(" "));

        assertGolden(golden, run.out());
        assertThat(messages(run)).isEmpty();
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"measured.txt", "measured-states.txt", "measured-systems.txt", "measured-line-3.txt"})
    void its_text_fits_a_terminal(String golden) throws IOException {
        assertThat(Files.readAllLines(GOLDEN.resolve(golden))).isNotEmpty().allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(TERMINAL));
    }

    @Test
    void an_image_does_not_differ_from_itself() {
        CommandLineRun run = compare(V604H, V604H);

        assertThat(run.out())
                .contains("No differences.")
                .containsPattern("Measured: none of \\d+ behaviours differs\\.");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void its_page_needs_nothing_else_and_has_all_of_it() throws IOException {
        Path page = folder.resolve("compare.html");

        CommandLineRun run = compare(BASELINE, V604H, "--html", page.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("default-src &#39;none&#39;", "Passive FTP", "blocked by the firewall (default since v604h)")
                .contains("<td class=\"bad\">blocked", "firewall.enabled: true (documented, cx8191-manual)")
                .contains("TCP 49152-65535")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void a_client_of_the_users_own_is_run_against_both() {
        CommandLineRun run = compare(BASELINE, V604H, "--with", "--", "curl", "-sS", "-m", "1", "{url}");

        assertThat(run.out())
                .contains(
                        "The client",
                        "curl -sS -m 1 {url}",
                        "A  WORKS",
                        "B  PASSIVE_BLOCKED (the device's firewall drops")
                .contains("the device's firewall dropped the client's connect to port");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void one_side_may_be_a_server() throws Exception {
        try (Device device = Device.builder(ProfileCatalog.bundled().find(BASELINE))
                .portOffset(PortOffset.ANY_FREE)
                .start()) {
            CommandLineRun run = compare(
                    BASELINE,
                    device.url().replaceFirst("/$", ""),
                    "--with",
                    "--",
                    "curl",
                    "-sS",
                    "--ftp-port",
                    "-",
                    "{url}");

            assertThat(device.journal().events(TransferCompleted.class)).isNotEmpty();
            assertThat(run.out())
                    .contains("B  ftp://127.0.0.1:" + device.port() + ", a server that is asked from outside")
                    .containsPattern("Measured: none of \\d+ behaviours differs\\.")
                    .contains("Not measured", "a real device isn't set up from here")
                    .doesNotContain(device.user() + ":" + device.password());
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void all_images_stand_in_one_table() {
        CommandLineRun run = compare("--all");

        List<String> lines = run.out().lines().toList();
        int images = ProfileCatalog.bundled().names().size();
        assertThat(lines.subList(2, 2 + images))
                .allSatisfy(line -> assertThat(line).startsWith("| `"));
        assertThat(run.out())
                .contains("| `" + V604H + "` | ftp-ready | on | silent | works | blocked by the firewall |");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "X|wec7emu: no image 'X'",
                "--all CX8100_WEC7_LF_v604h|--all shows all images; leave CX8100_WEC7_LF_v604h out",
                "CX8100_WEC7_LF_v604h|there is nothing to compare CX8100_WEC7_LF_v604h with",
                "--markdown|there is nothing to compare; name two images",
                "CX8100_WEC7_LF_v604h ftp://u:secret@127.0.0.1/x|'ftp://u:***@127.0.0.1/x': it has a path",
                "ftp://127.0.0.1 ftp://127.0.0.2|one of the two may be a server, not both",
                "CX8100_WEC7_LF_v604h ftp://127.0.0.1 --profile-only|--profile-only: a server has no profile",
                "CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h --with|--with: the client is missing",
                "CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h -- curl|to run a client as well, write --with",
                "CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h Beckhoff_CE|two are compared, no more: leave Beckhoff_CE out",
                "CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h --html /no/such/x.html|it takes a file in a directory that exists",
            })
    void what_cannot_be_compared_is_said_so(String arguments, String message) {
        CommandLineRun run = compare(arguments.split(" "));

        assertThat(run.err()).contains(message).doesNotContain("secret");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
