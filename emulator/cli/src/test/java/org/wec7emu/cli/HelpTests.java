package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** --help and --version. */
class HelpTests {
    @Test
    void helpNamesEveryCommandAndTheExitCodes() {
        CommandLineRun run = CommandLineRun.of("--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "images",
                        "show",
                        "firewall",
                        "compare",
                        "run",
                        "fleet",
                        "check",
                        "probe",
                        "report",
                        "validate",
                        "import",
                        "export",
                        "Exit codes: 0 good");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "images",
                "show",
                "firewall",
                "compare",
                "run",
                "fleet",
                "check",
                "probe",
                "report",
                "validate",
                "import",
                "export"
            })
    void everyCommandExplainsItself(String command) {
        CommandLineRun run = CommandLineRun.of(command, "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("Usage: wec7emu " + command);
    }

    @Test
    void helpOfRunNamesItsOptionsAndHidesTheRehearsal() {
        assertThat(CommandLineRun.of("run", "--help").out())
                .contains(
                        "--state",
                        "--bind",
                        "--port-offset",
                        "--root",
                        "--reg",
                        "--firewall",
                        "--allow",
                        "--block",
                        "--enforce",
                        "--path",
                        "--journal",
                        "--control",
                        "--json",
                        "--verbose")
                .doesNotContain("rehearse");
    }

    @Test
    void helpOfFleetNamesItsOptions() {
        assertThat(CommandLineRun.of("fleet", "--help").out())
                .contains("--profiles", "--enforce", "--journals", "--control", "--quiet", "--json", "--verbose");
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "compare", "probe", "report", "import", "export"})
    void helpReadsAsItsGoldenFile(String command) throws IOException {
        String help = CommandLineRun.of(command, "--help").out();
        Path golden = Path.of("src/test/resources/golden/help-" + command + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, help);
        }

        assertThat(help).isEqualToNormalizingNewlines(Files.readString(golden));
    }

    @Test
    void helpOfFirewallExplainsHowAPacketIsWritten() {
        assertThat(CommandLineRun.of("firewall", "--help").out())
                .contains("--as=bpf|nft|reg|yaml", "--test=PACKET", "--at=TIME", "--device=ADDRESS", "--json")
                .contains("A packet is PROTOCOL FROM -> TO:", "echo-request (ping)")
                .endsWith(System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void versionNamesProgramJavaAndSystem(String flag) {
        CommandLineRun run = CommandLineRun.of(flag);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("wec7emu ").contains("Java ", "Linux");
    }
}
