package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** firewall: its listing, its verdicts, and what it makes of --allow and --block. The forms have golden files. */
class FirewallCommandTests {
    private static final String TIMED = """
            firewall:
              dialect: fw6
              enabled: true
              rules:
                night: {allow: tcp, port: 21, hours: 21-8}
                watch: {log: any}
                old: {allow: tcp, port: 23, enabled: false}
                own: {block: any, from: 127.0.0.1}
                device: {allow: tcp, port: 80, private-host: 192.168.0.20}
            """;

    @TempDir
    private Path folder;

    private static CommandLineRun firewall(String... arguments) {
        List<String> all = new ArrayList<>(List.of("firewall"));
        all.addAll(Arrays.asList(arguments));
        return CommandLineRun.of(all.toArray(new String[0]));
    }

    private String timed() throws IOException {
        return Files.writeString(folder.resolve("timed.yaml"), TIMED).toString();
    }

    @Test
    void listsTheRulesInTheManualsCaptionsWithWhatTheyRestOn() {
        CommandLineRun run = firewall("CX8100_WEC7_LF_v604h");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().limit(6))
                .containsExactly(
                        "Image " + CommandLineRun.V604H,
                        "State ftp-ready: the manual's instructions for FTP carried out",
                        "Dialect cxconfig: an allow beats a block, and what no rule is about passes",
                        "Firewall on",
                        "",
                        run.out().lines().skip(5).findFirst().orElseThrow());
        assertThat(line(run, "rule1 ")).contains("for IP 127.0.0.1 (the device itself: lets no client in)");
        assertThat(line(run, "rule4 "))
                .matches("rule4 +Allow TCP port 443 from anywhere on the public network +inferred +pcds-plc-.*");
        assertThat(line(run, "rule10 ")).matches("rule10 +Allow TCP port 21 from .* +documented +cx8191-manual");
    }

    @Test
    void listsAnotherState() {
        assertThat(firewall(CommandLineRun.V604H, "--state", "factory").out())
                .contains("State factory: as delivered")
                .doesNotContain("TCP port 21 ");
    }

    @Test
    void aSyntheticImageIsSaidToBeOne() {
        assertThat(firewall(CommandLineRun.BASELINE).out())
                .startsWith("Image " + CommandLineRun.BASELINE + " (synthetic: ")
                .contains("Firewall off: everything passes");
    }

    @Test
    void rulesOfAFileNeedNoProfile() throws IOException {
        String file = timed();

        assertThat(firewall(file).out()).startsWith("Rules of " + file + System.lineSeparator() + "Dialect fw6: of ");
        assertThat(firewall(file, "--state", "factory").err())
                .contains("--state factory: " + file + " has rules and nothing else, so no states");
    }

    @Test
    void marksRulesThatAreNotInForce() throws IOException {
        CommandLineRun noon = firewall(timed(), "--at", "2026-11-24 12:00");

        assertThat(noon.out()).contains("Time 2026-11-24 12:00, by the device's clock");
        assertThat(line(noon, "night ")).contains("21:00 to 8:00 (not in force now)");
        assertThat(line(noon, "old ")).contains("(disabled)").doesNotContain("not in force");
        assertThat(line(firewall(timed(), "--at", "2026-11-24T22:00"), "night "))
                .doesNotContain("not in force");
    }

    @Test
    void listsNoRules() throws IOException {
        Path file = Files.writeString(
                folder.resolve("none.yaml"), "firewall: {dialect: cxconfig, enabled: true, rules: {}}");

        assertThat(firewall(file.toString()).out()).endsWith("No rules" + System.lineSeparator());
    }

    @Test
    void listsAsJson() throws IOException {
        CommandLineRun run = firewall("CX8100_WEC7_LF_v604h", "--json", "--allow", "tcp/80");

        assertThat(run.exitCode()).isZero();
        assertThat(values(run, "image")).containsExactly(CommandLineRun.V604H);
        assertThat(values(run, "state")).containsExactly("ftp-ready");
        assertThat(values(run, "dialect")).containsExactly("cxconfig");
        assertThat(values(run, "name")).contains("BlockAllRule", "rule1", "rule11");
        assertThat(values(run, "caption")).contains("Allow TCP port 80 from anywhere on the public network");
        assertThat(values(run, "grade")).contains("inferred", "documented", "");
        assertThat(values(run, "aboutDeviceItself")).contains("true", "false");
    }

    @Test
    void jsonSaysWhichRulesAreInForce() throws IOException {
        assertThat(values(firewall(timed(), "--json", "--at", "2026-11-24 12:00"), "inForce"))
                .containsExactly("false", "true", "false", "true", "true");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp 192.0.2.7:5000 -> :21  | 0 | passed: rule rule10: Allow TCP port 21 from anywhere",
                "tcp 192.0.2.7 -> :23       | 1 | dropped: no rule allows it, so rule BlockAllRule blocks it",
                "icmp ping 192.0.2.7 ->     | 0 | passed: rule rule2: Allow ICMP type 8, code 0",
                "tcp -> :23                 | 0 | passed: the device talks to itself, which is never filtered",
                "tcp -> 192.0.2.7:80        | 0 | passed: no rule is about it",
                "tcp [fe80::7] -> :50000    | 1 | dropped: no rule allows it",
            })
    void saysWhatHappensToAPacketAndWhy(String packet, int exitCode, String verdict) {
        CommandLineRun run = firewall("CX8100_WEC7_LF_v604h", "--test", packet);

        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines()).hasSize(1);
        assertThat(run.out()).startsWith(packet + "  ").contains(verdict);
    }

    @Test
    void oneDroppedPacketIsEnoughForABadVerdict() {
        CommandLineRun run =
                firewall("CX8100_WEC7_LF_v604h", "--test", "tcp 192.0.2.7 -> :23", "--test", "tcp 192.0.2.7 -> :21");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void anAnswerToAnEarlierPacketPasses() {
        CommandLineRun run = firewall(
                "CX8100_WEC7_LF_v604h", "--test", "udp :5000 -> 192.0.2.7:53", "--test", "udp 192.0.2.7:53 -> :5000");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("passed: it answers a connection that the device began");
    }

    @Test
    void aTimedRuleDecidesAtItsTime() throws IOException {
        assertThat(firewall(timed(), "--test", "tcp 192.0.2.7 -> :21", "--at", "2026-11-24 21:00")
                        .exitCode())
                .isZero();
        assertThat(firewall(timed(), "--test", "tcp 192.0.2.7 -> :21", "--at", "2026-11-24 20:59")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void rulesThatLogAreNamed() throws IOException {
        assertThat(firewall(timed(), "--test", "tcp 192.0.2.7 -> :22").out()).contains(" (noted by watch)");
    }

    @Test
    void theDevicesAddressCanBeTold() throws IOException {
        String packet = "tcp 192.0.2.7 -> 192.168.0.20:80";

        assertThat(firewall(timed(), "--test", packet).err()).contains("neither end is the device");
        assertThat(firewall(timed(), "--test", packet, "--device", "192.168.0.20")
                        .exitCode())
                .isZero();
        assertThat(firewall(timed(), "--test", "tcp 192.0.2.7 -> :80").exitCode())
                .isEqualTo(1);
    }

    @Test
    void verdictsInJson() throws IOException {
        CommandLineRun run = firewall(
                timed(),
                "--json",
                "--test",
                "tcp 192.0.2.7 -> :22",
                "--test",
                "tcp -> :22",
                "--at",
                "2026-11-24 12:00");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(values(run, "packet")).containsExactly("tcp 192.0.2.7 -> :22", "tcp -> :22");
        assertThat(values(run, "passes")).containsExactly("false", "true");
        assertThat(values(run, "sentence")).anyMatch(text -> text.startsWith("dropped: no rule"));
        assertThat(values(run, "at")).containsExactly("2026-11-24 12:00");
        assertThat(run.out()).contains("\"notedBy\" : [ \"watch\" ]");
    }

    @Test
    void aMistakeInAPacketIsUnderlined() {
        CommandLineRun run = firewall(
                "CX8100_WEC7_LF_v604h",
                "--json",
                "--test",
                "tcp 192.0.2.7 -> :21",
                "--test",
                "tcp 192.0.2.7:99999 -> :21");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .containsExactly(
                        "wec7emu: --test: no port (1 to 65535)",
                        "wec7emu:   tcp 192.0.2.7:99999 -> :21",
                        "wec7emu:                 ^^^^^",
                        "wec7emu: right is for example: tcp 192.0.2.7:5000 -> :21");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--as html                              | --as html: there is no such form; there are: bpf, nft, reg, yaml",
                "--as bpf --json                        | --as bpf stands alone; leave out --json",
                "--as bpf --device ::1 --test tcp       | --as bpf stands alone; leave out --test",
                "--at noon                              | --at noon: it takes a day and a time, as in '2026-11-24 21:30'",
                "--at 2026-02-30T12:00                  | --at 2026-02-30T12:00: it takes a day and a time",
                "--device localhost --test tcp          | --device localhost: it takes one address, such as",
                "--device 10.0.0.0/8 --test tcp         | --device 10.0.0.0/8: it takes one address, such as",
                "--state broken                         | has no state 'broken'; it has: factory, ftp-ready",
                "--block udp/5 --as reg                 | rule rule11 (Block UDP port 5 from anywhere on the public network)"
                        + " can't be written in the registry's form: the only rule that blocks there is BlockAllRule",
            })
    void whatCantBeDoneIsOneClearLine(String arguments, String expected) {
        List<String> all = new ArrayList<>(List.of("CX8100_WEC7_LF_v604h"));
        all.addAll(List.of(arguments.split(" ")));

        CommandLineRun run = firewall(all.toArray(new String[0]));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("wec7emu: ").contains(expected);
    }

    @Test
    void aFileThatIsNotThereIsBadInput() {
        assertThat(firewall("./nonexistent.yaml").err()).contains("./nonexistent.yaml: there is no such file");
        assertThat(firewall("CX9999").err()).contains("no image 'CX9999'");
    }

    private static String line(CommandLineRun run, String start) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElse("no line " + start + "in " + run.out());
    }

    /** All scalars of that name, wherever they stand; fails on what is no JSON. */
    private static List<String> values(CommandLineRun run, String name) throws IOException {
        List<String> found = new ArrayList<>();
        try (JsonParser json = new JsonFactory().createParser(run.out())) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token.isScalarValue() && name.equals(json.currentName())) {
                    found.add(json.getText());
                }
            }
        }
        return found;
    }
}
