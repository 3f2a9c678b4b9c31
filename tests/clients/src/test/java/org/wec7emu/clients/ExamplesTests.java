package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The examples in docs/examples: tests in other languages, by the control API. */
@Timeout(180)
class ExamplesTests {
    private static final String PYTHON = "docs/examples/python/test_device.py";
    private static final String NODE = "docs/examples/node/device.test.mjs";

    @TempDir
    Path home;

    private ClientRun run(String image, String... command) throws Exception {
        assumeTrue(isHere(command[0]), command[0] + " is not installed");
        RealClient.CURL.assumeInstalled();
        List<String> line = new java.util.ArrayList<>(List.of(
                "env", "-C", Launcher.checkout().toString(), "IMAGE=" + image, "WEC7EMU=" + Readme.program(home)));
        line.addAll(List.of(command));
        return ClientRun.of(new Invocation(line, ""), home);
    }

    private static boolean isHere(String program) {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    @Test
    void python_tests_with_the_device() throws Exception {
        ClientRun run = run("CX8100_WEC7_LF_v604h", "python3", PYTHON);

        assertThat(run.output()).contains("Ran 4 tests", "OK");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void pythons_test_of_the_firewall_fails_where_it_is_off() throws Exception {
        ClientRun run = run("CX8100_WEC7_LF_pre-v604h", "python3", PYTHON);

        assertThat(run.output()).contains("FAIL: test_hangs_in_passive_mode", "FAILED (failures=1)");
    }

    @Test
    void node_tests_with_the_device() throws Exception {
        ClientRun run = run("CX8100_WEC7_LF_v604h", "node", "--test", NODE);

        assertThat(run.output()).containsPattern("pass 4\\b");
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    @Test
    void nodes_test_of_the_firewall_fails_where_it_is_off() throws Exception {
        ClientRun run = run("CX8100_WEC7_LF_pre-v604h", "node", "--test", NODE);

        assertThat(run.output()).containsPattern("fail 1\\b");
    }
}
