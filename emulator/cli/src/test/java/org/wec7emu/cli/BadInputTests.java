package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a user gives that can't be used: one line that says what, where and what to do; exit code 2. */
class BadInputTests {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "run {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CX9999|no image 'CX9999'",
                "CX8100|image 'CX8100' could be any of: CX8100_WEC7_LF_",
                "CX8100_WEC7_LF_v604h --state broken|has no state 'broken'; it has: factory, ftp-ready",
                "CX8100_WEC7_LF_v604h --bind localhost|--bind localhost: no IP address: 'localhost'",
                "CX8100_WEC7_LF_v604h --bind 127.0.0.1/8|--bind 127.0.0.1/8: it takes one address",
                "CX8100_WEC7_LF_v604h --bind 192.0.2.1|192.0.2.1 is no address of this machine",
                "CX8100_WEC7_LF_v604h --port-offset many|--port-offset many: it takes a number from 0 to 16000, or any",
                "CX8100_WEC7_LF_v604h --port-offset 16001|--port-offset: port offset 16001 is outside 0-16000",
                "CX8100_WEC7_LF_v604h --port-offset -1|--port-offset: port offset -1 is outside 0-16000",
                "CX8100_WEC7_LF_v604h --port-offset 99999999999|--port-offset 99999999999: it takes a number",
                "CX8100_WEC7_LF_v604h --port-offset any --root /nonexistent|root directory /nonexistent doesn't exist; make it first",
                "CX8100_WEC7_LF_v604h --port-offset any --root /dev/null|root /dev/null is no directory",
                "CX8100_WEC7_LF_v604h --allow ftp|--allow ftp: it takes a protocol and ports, as in tcp/21",
                "CX8100_WEC7_LF_v604h --allow sctp/21|--allow sctp/21: it takes a protocol and ports",
                "CX8100_WEC7_LF_v604h --allow tcp/|--allow tcp/: no port or port range",
                "CX8100_WEC7_LF_v604h --allow tcp/21-20|--allow tcp/21-20: no port range: 21-20",
                "CX8100_WEC7_LF_v604h --allow tcp/65536|--allow tcp/65536: no port range: 65536-65536",
                "CX8100_WEC7_LF_v604h --allow tcp|--allow tcp: it takes a protocol and ports, as in tcp/21",
                "CX8100_WEC7_LF_v604h --allow tcp/0-21|--allow tcp/0-21: there is no port 0",
                "CX8100_WEC7_LF_v604h --allow icmp/8|--allow icmp/8: only tcp and udp have ports; icmp stands alone",
                "CX8100_WEC7_LF_v604h --allow tcp/21@plc|--allow tcp/21@plc: no IP address: 'plc'",
                "CX8100_WEC7_LF_v604h --allow tcp/21@10.0.0.0/33|--allow tcp/21@10.0.0.0/33: no prefix of",
                "CX8100_WEC7_LF_v604h --block ftp|--block ftp: it takes a protocol and ports, as in tcp/21",
                "CX8100_WEC7_LF_v604h --block tcp/21@10.0.0.7|--block tcp/21@10.0.0.7 would do nothing: rule rule10 (",
                "CX8100_WEC7_LF_v604h --firewall maybe|--firewall maybe: it takes on or off",
                "CX8100_WEC7_LF_v604h --enforce iptables|--enforce iptables: there is no such level; there are: auto,",
                "CX8100_WEC7_LF_v604h --path nat|--path nat: there is no such path; there are: direct, client-nat,",
                "CX8100_WEC7_LF_v604h --publish-passive many|--publish-passive many: no port or port range: 'many'",
                "CX8100_WEC7_LF_v604h --publish-passive 0-9|--publish-passive 0-9: there is no port 0",
                "CX8100_WEC7_LF_v604h --announce 192.0.2.1|--announce 192.0.2.1: it takes --publish-passive beside it",
                "CX8100_WEC7_LF_v604h --publish-passive 30000 --announce ::1|--announce ::1: it takes one IPv4 address",
                "CX8100_WEC7_LF_v604h --publish-passive 30000 --announce here|--announce here: it takes one IPv4 address",
                "CX8100_WEC7_LF_v604h --port-offset any --ready-file /nonexistent/r|--ready-file /nonexistent/r: can't be",
                "CX8100_WEC7_LF_v604h --port-offset any --ready-file /dev/full|--ready-file /dev/full: this is no file",
                "CX8100_WEC7_LF_v604h --journal /nonexistent/j.jsonl|journal /nonexistent/j.jsonl can't be written: its",
                "CX8100_WEC7_LF_v604h --journal /|journal / can't be written: ",
                "./nonexistent.yaml|./nonexistent.yaml: there is no such file",
            })
    void isOneClearLine(String arguments, String expected) {
        assertBadInput(CommandLineRun.of(("run " + arguments).split(" ")), expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|a command is missing: images, show, firewall, compare, run, fleet, check, probe, report, validate, import or export",
                "fly|'fly'",
                "--fly|'--fly'",
                "run|IMAGE",
                "run --bind|--bind",
                "run CX8100_WEC7_LF_v604h --bind|--bind",
                "run CX8100_WEC7_LF_v604h another|'another'",
                "run CX8100_WEC7_LF_v604h --passive-ports 5000-5010|'--passive-ports'",
                "show|IMAGE",
                "show CX8100_WEC7_LF_v604h --state|--state",
                "firewall|IMAGE",
                "firewall CX8100_WEC7_LF_v604h --as|--as",
                "compare CX8100_WEC7_LF_v604h --to-state|--to-state",
                "fleet|FILE.yaml",
                "fleet a.yaml b.yaml|'b.yaml'",
                "images all|'all'",
                "check|IMAGE",
                "check CX8100_WEC7_LF_v604h --timeout|--timeout",
                "probe|ftp://HOST[:PORT]",
                "probe ftp://127.0.0.1 ftp://127.0.0.2|'ftp://127.0.0.2'",
                "probe ftp://127.0.0.1 --write|--write",
                "report|FILE.jsonl",
                "report a.jsonl --as|--as",
                "report a.jsonl b.jsonl|'b.jsonl'",
                "validate|FILE.yaml",
                "import|FILE.reg",
                "import a.reg --base|--base",
                "export|IMAGE",
                "export CX8100_WEC7_LF_v604h --form|--form",
            })
    void wrongUsageIsOneClearLineToo(String arguments, String expected) {
        CommandLineRun run = CommandLineRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

        assertBadInput(run, expected);
        assertThat(run.err()).contains("--help");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "import none.reg|--base is missing; name the image that the device runs, for example --base CX8100_",
                "import none.reg --base CX9999|no image 'CX9999'",
                "import none.reg --base my.yaml|--base my.yaml: a profile can extend an image of the catalogue only",
                "import none.reg --base CX8100_WEC7_LF_v604h|none.reg: there is no such file",
                "import / --base CX8100_WEC7_LF_v604h|/: can't be read: ",
                "export CX8100_WEC7_LF_v604h --form 6|--form 6: there is no such form; 4 is REGEDIT4, 5 is Version 5.00",
                "export CX8100_WEC7_LF_v604h --state broken|has no state 'broken'; it has: factory, ftp-ready",
                "export CX8100_WEC7_LF_v604h --out /dev/null|--out /dev/null: it exists already; remove it, or choose",
                "export CX8100_WEC7_LF_v604h --out /nonexistent/a.reg|--out /nonexistent/a.reg: its directory doesn't",
                "run CX8100_WEC7_LF_v604h --reg none.reg|none.reg: there is no such file",
                "run CX8100_WEC7_LF_v604h --state broken --reg pom.xml|pom.xml:1:1: this is no registry file; one begins",
            })
    void ofRegistryFilesTooIsOneClearLine(String arguments, String expected) {
        assertBadInput(CommandLineRun.of(arguments.split(" ")), expected);
    }

    @ParameterizedTest(name = "probe {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "127.0.0.1|'127.0.0.1': it isn't the address of an FTP server; write for example ftp://192.168.1.20",
                "http://127.0.0.1|'http://127.0.0.1': it isn't the address of an FTP server; write for example",
                "ftp://user:secret@|'ftp://user:***@': ",
                "ftp://127.0.0.1/file|'ftp://127.0.0.1/file': it has a path; the whole server is asked",
                "ftp://127.0.0.1:70000|'ftp://127.0.0.1:70000': there is no port 70000",
                "ftp://nowhere.invalid|'ftp://nowhere.invalid': there is no host nowhere.invalid",
                "ftp://127.0.0.1 --base CX9999|no image 'CX9999'",
                "ftp://127.0.0.1 --base my.yaml|--base my.yaml: a profile can extend an image of the catalogue only",
                "ftp://127.0.0.1 --name a/b|--name a/b: write letters, digits, '_', '-' and '.' only",
                "ftp://127.0.0.1 --write scratch|--write scratch: it takes a directory of the server's from its root",
                "ftp://127.0.0.1 --timeout soon|--timeout soon: it takes a time, such as 10s, 500ms or 2min",
                "ftp://127.0.0.1 --slow-limit 0s|--slow-limit 0s: it takes a time, such as 10s, 500ms or 2min",
                "ftp://127.0.0.1 --port-offset any|--port-offset any: it takes a number from 0 to 16000",
                "ftp://me@127.0.0.1 --user me|--user and the address both name a user; leave one out",
                "ftp://127.0.0.1 --password 1|--password without a user; name one by --user",
                "ftp://127.0.0.1 --out /dev/null|--out /dev/null: /dev/null exists already; remove it, or choose",
                "ftp://127.0.0.1 --out /nonexistent/a.yaml|--out /nonexistent/a.yaml: its directory doesn't exist; make",
            })
    void ofAProbeTooIsOneClearLine(String arguments, String expected) {
        assertBadInput(CommandLineRun.of(("probe " + arguments).split(" ")), expected);
    }

    @ParameterizedTest(name = "compare {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h another|two are compared, no more: leave another out",
                "CX8100_WEC7_LF_v604h|there is nothing to compare CX8100_WEC7_LF_v604h with; name a second image, or,",
                "CX9999 CX8100_WEC7_LF_v604h|no image 'CX9999'",
                "CX8100_WEC7_LF_v604h CX9999|no image 'CX9999'",
                "CX8100_WEC7_LF_v604h ./none.yaml|./none.yaml: there is no such file",
                "CX8100_WEC7_LF_v604h --to-state broken|has no state 'broken'; it has: factory, ftp-ready",
                "CX8100_WEC7_LF_v604h CX8100_WEC7_LF_pre-v604h --state x|v604h_TC31_B4022.20 has no state 'x'; it has: ",
                "CX8100_WEC7_LF_v604h --to-state factory --at noon|--at noon: it takes a day and a time, as in",
                "CX8100_WEC7_LF_v604h --to-state factory --json --markdown|--markdown and --json exclude each other; leave",
            })
    void ofComparisonsTooIsOneClearLine(String arguments, String expected) {
        assertBadInput(CommandLineRun.of(("compare " + arguments).split(" ")), expected);
    }

    @ParameterizedTest(name = "check {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "CX8100_WEC7_LF_v604h|the client is missing; write its command line behind --, as in check CX8100_WEC7_",
                "CX8100_WEC7_LF_v604h --|the client is missing; write its command line behind --",
                "-- curl {url}|an image is missing in front of --; wec7emu images lists them",
                "CX9999 -- true|no image 'CX9999'",
                "CX8100_WEC7_LF_v604h CX9999 -- true|no image 'CX9999'",
                "CX8100_WEC7_LF_v604h --timeout 60 -- true|--timeout 60: it takes a time, such as 60s, 500ms or 2min",
                "CX8100_WEC7_LF_v604h --timeout 0s -- true|--timeout 0s: it takes a time",
                "CX8100_WEC7_LF_v604h --expect fails -- true|--expect fails: it takes works or blocked",
                "CX8100_WEC7_LF_v604h --state broken -- true|has no state 'broken'; it has: factory, ftp-ready",
                "CX8100_WEC7_LF_v604h --path nat -- true|--path nat: there is no such path",
                "CX8100_WEC7_LF_v604h --enforce iptables -- true|--enforce iptables: there is no such level",
                "CX8100_WEC7_LF_v604h --report-dir /dev/null -- true|--report-dir /dev/null: this is no directory",
                "CX8100_WEC7_LF_v604h --report-dir /dev/null/x -- true|--report-dir /dev/null/x: can't be made: ",
                "CX8100_WEC7_LF_v604h --root /nonexistent -- true|root directory /nonexistent doesn't exist; make it first",
                "CX8100_WEC7_LF_v604h -- ./no-such-client {url}|the client ./no-such-client can't be started: there is no",
            })
    void ofChecksTooIsOneClearLine(String arguments, String expected) {
        assertBadInput(CommandLineRun.of(("check " + arguments).split(" ")), expected);
    }

    @ParameterizedTest(name = "report {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none.jsonl|none.jsonl: there is no such file",
                "/|/: can't be read: ",
                "pom.xml|pom.xml:1: no JSON from column 1 on; a journal is what run --journal writes",
                "pom.xml --as pdf|--as pdf: there is no such form; there are: html, text",
                "src/test/resources/golden/report/passive.jsonl --out /dev/null|--out /dev/null: it exists already; remove",
            })
    void ofReportsTooIsOneClearLine(String arguments, String expected) {
        assertBadInput(CommandLineRun.of(("report " + arguments).split(" ")), expected);
    }

    @Test
    void aBrokenProfileIsNamedWithItsPlace() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "image: {name: [\n");

        assertBadInput(CommandLineRun.of("run", broken.toString()), broken + ":");
        assertBadInput(CommandLineRun.of("show", broken.toString()), broken + ":");
    }

    @Test
    void anEmptyImageIsNoImage() {
        assertBadInput(CommandLineRun.of("run", ""), "no image ''");
    }

    @Test
    void aTakenPortIsNamedWithItsRemedy() throws IOException {
        try (ServerSocket other = freePort()) {
            int offset = other.getLocalPort() - 21;

            CommandLineRun run =
                    CommandLineRun.of("run", CommandLineRun.V604H, "--port-offset", Integer.toString(offset));

            assertBadInput(run, "port " + other.getLocalPort() + " of 127.0.0.1 (the device's port 21) is in use");
            assertThat(run.err()).contains("--port-offset N", "--bind 127.0.0.N");
        }
    }

    @Test
    void anUnusableDeviceLeavesAnOlderJournalAlone() throws IOException {
        Path journal = Files.writeString(folder.resolve("j.jsonl"), "precious\n");

        CommandLineRun.of("run", CommandLineRun.V604H, "--journal", journal.toString(), "--bind", "nowhere");

        assertThat(journal).hasContent("precious\n");
    }

    /** On a port that some offset stands for; the kernel's own free ports are beyond the highest. */
    private static ServerSocket freePort() throws IOException {
        for (int port = 12_021; ; port++) {
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (java.net.BindException e) {
                // somebody else's: the next one
            }
        }
    }

    private static void assertBadInput(CommandLineRun run, String expected) {
        assertThat(run.err().lines()).as("%s", run.err()).hasSize(1);
        assertThat(run.err()).startsWith("wec7emu: ").contains(expected).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
