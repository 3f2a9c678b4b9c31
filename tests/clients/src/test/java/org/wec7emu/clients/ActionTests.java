package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The steps of the GitHub Action, run as a runner runs them. */
class ActionTests {
    @TempDir
    Path workspace;

    @Test
    void a_client_in_active_mode_passes() throws Exception {
        ClientRun run = action(Map.of("client", "curl -sS --ftp-port - {url}"));

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(workspace.resolve("summary.md")).content().contains("**WORKS**");
        assertThat(workspace.resolve("wec7emu-report")).isDirectoryContaining("glob:**/{report.html}");
        assertThat(workspace.resolve("wec7emu-report")).isDirectoryContaining("glob:**/{junit.xml}");
    }

    @Test
    void a_client_in_passive_mode_fails_the_job_and_the_summary_says_why() throws Exception {
        ClientRun run = action(Map.of("client", "curl -sS -m 2 \"$WEC7_URL\"", "report-dir", "reports"));

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(workspace.resolve("summary.md")).content().contains("**PASSIVE_BLOCKED**");
        assertThat(workspace.resolve("reports/report.json")).content().contains("PASSIVE_BLOCKED");
    }

    @Test
    void two_images_and_what_is_expected_of_them() throws Exception {
        ClientRun run = action(Map.of(
                "images",
                "CX8100_WEC7_LF_v604h CX9020_CB3011_WEC7_HPS_v610c",
                "client",
                "curl -sS -m 2 {url}",
                "expect",
                "blocked",
                "timeout",
                "20s"));

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("CX9020_CB3011_WEC7_HPS_v610c_TC31_B4024.65: PASSIVE_BLOCKED");
    }

    /** Runs all steps with these inputs, and the defaults of the others. */
    private ClientRun action(Map<String, String> inputs) throws Exception {
        RealClient.CURL.assumeInstalled();
        Map<?, ?> action = read();
        List<?> steps = (List<?>) ((Map<?, ?>) action.get("runs")).get("steps");
        assertThat(steps).hasSize(1);
        Map<?, ?> step = (Map<?, ?>) steps.get(0);
        List<String> command = new ArrayList<>(List.of("env", "GITHUB_ACTION_PATH=" + Launcher.checkout()));
        command.add("GITHUB_STEP_SUMMARY=" + workspace.resolve("summary.md"));
        ((Map<?, ?>) step.get("env"))
                .forEach((name, value) -> command.add(name + "=" + filled((String) value, action, inputs)));
        command.addAll(List.of((String) step.get("shell"), "-e", "-c", (String) step.get("run")));
        return ClientRun.of(new Invocation(command, ""), workspace);
    }

    private static Map<?, ?> read() throws IOException {
        try (Reader file = Files.newBufferedReader(Launcher.checkout().resolve("action.yml"))) {
            return new Yaml().load(file);
        }
    }

    /** What a runner puts for <code>${{ inputs.NAME }}</code>. */
    private static String filled(String expression, Map<?, ?> action, Map<String, String> inputs) {
        String name = expression.replaceFirst("^\\$\\{\\{ inputs\\.(.*) }}$", "$1");
        Map<?, ?> input = (Map<?, ?>) ((Map<?, ?>) action.get("inputs")).get(name);
        assertThat(input).as(expression).isNotNull();
        return inputs.getOrDefault(name, String.valueOf(input.get("default")));
    }
}
