package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
    void every_verdict_is_explained() throws Exception {
        String readme = java.nio.file.Files.readString(Launcher.checkout().resolve("README.md"));

        for (ClientVerdict verdict : ClientVerdict.values()) {
            assertThat(readme).contains("\n| `" + verdict + "` | ");
        }
    }

    private void assertPrintsAsShown(String beginning, int exitCode) throws Exception {
        RealClient.CURL.assumeInstalled();
        Readme.Example example = Readme.example(beginning);
        String program = Launcher.checkout().resolve("wec7emu").toString();
        List<String> shell = List.of("sh", "-c", example.command().replaceFirst("^\\./wec7emu", program));

        ClientRun run = ClientRun.of(new Invocation(shell, ""), home);

        assertThat(masked(run.output().lines().toList())).isEqualTo(masked(example.output()));
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    /** Without ports, seconds and level of enforcement, which are others each time, and what a slow machine says meanwhile. */
    private static List<String> masked(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.contains(": the client runs for "))
                .map(line -> line.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:{port}")
                        .replaceAll("\\b\\d+\\.\\d\\b", "{seconds}")
                        .replaceAll("after \\d+ milliseconds", "after {ms} milliseconds")
                        .replaceAll("firewall by \\w+", "firewall by {level}")
                        .replaceAll(" +", " "))
                .toList();
    }
}
