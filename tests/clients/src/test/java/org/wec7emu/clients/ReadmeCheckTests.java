package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.check.ClientVerdict;

/** README's section on checking a client shows what is really printed. */
class ReadmeCheckTests {
    @TempDir
    Path home;

    @Test
    void a_client_is_blocked_as_shown() throws Exception {
        assertPrintsAsShown("./wec7emu check CX8100_WEC7_LF_v604h -- ", 1);
    }

    @Test
    void a_client_works_as_shown() throws Exception {
        assertPrintsAsShown("./wec7emu check CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h", 0);
    }

    @Test
    void the_picture_is_what_such_a_session_looks_like() throws Exception {
        RealClient.CURL.assumeInstalled();
        String program = Readme.program(home);
        String check =
                Readme.example("./wec7emu check CX8100_WEC7_LF_v604h -- ").command();
        String both = check.replaceFirst("^\\./wec7emu check", program + " check --quiet --report-dir report") + "; "
                + program + " report report/*.jsonl --as svg";

        ClientRun run = ClientRun.of(Invocation.of("sh", "-c", both), home);

        String shown = Files.readString(Launcher.checkout().resolve("docs/passive-blocked.svg"));
        assertThat(texts(run.output())).hasSizeGreaterThan(20).isEqualTo(texts(shown));
    }

    /** What a picture says, without seconds and ports, which are others each time. */
    private static List<String> texts(String picture) {
        return Pattern.compile("<text class=\"(.*?)\".*?>(.*?)</text>")
                .matcher(picture)
                .results()
                .map(text -> text.group(1) + ": " + text.group(2))
                .map(text -> text.replaceAll("\\d+\\.\\d{3}$", "{seconds}").replaceAll("\\d{5}", "{port}"))
                .toList();
    }

    @Test
    void every_verdict_is_explained() throws Exception {
        String readme = Files.readString(Launcher.checkout().resolve("README.md"));

        for (ClientVerdict verdict : ClientVerdict.values()) {
            assertThat(readme).contains("\n| `" + verdict + "` | ");
        }
    }

    private void assertPrintsAsShown(String beginning, int exitCode) throws Exception {
        RealClient.CURL.assumeInstalled();
        Readme.Example example = Readme.example(beginning);
        String program = Launcher.checkout().resolve("wec7emu").toString();
        // on standard error is what a slow machine says meanwhile
        String command = example.command().replaceFirst("^\\./wec7emu", program) + " 2>/dev/null";

        ClientRun run = ClientRun.of(Invocation.of("sh", "-c", command), home);

        assertThat(masked(run.output().lines().toList())).isEqualTo(masked(example.output()));
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    /** Without ports, seconds and level of enforcement, which are others each time. */
    private static List<String> masked(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:{port}")
                        .replaceAll("(?<![\\d.])\\d+\\.\\d(?![\\d.])", "{seconds}")
                        .replaceAll("after \\d+ milliseconds", "after {ms} milliseconds")
                        // other tests' devices may have the first ones
                        .replaceAll("port 49\\d{3}", "port {passive}")
                        .replaceAll("firewall by \\w+", "firewall by {level}")
                        .replaceAll(" +", " "))
                .toList();
    }
}
