package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A check says how it is getting on, and can be stopped: then nothing is left of it but the report of what happened so far. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CheckStopTests {
    /** A client that comes to the device, starts one that leaves its process group, and waits for ever, whatever signal it gets. */
    private static final String HANGS = "trap '' INT TERM; echo $WEC7_PORT >port; (setsid sleep 600 & echo $! >away);"
            + " exec 3<>/dev/tcp/$WEC7_HOST/$WEC7_PORT; echo $$ >self; while :; do read -t 600 line <&3; done";

    private static final Pattern SECONDS =
            Pattern.compile("the client runs for (\\d+) s, at most \\d+\\.0 s; last: \\S");

    @TempDir
    private Path folder;

    private CheckProcess check(boolean onTerminal, String timeout, String... options) throws IOException {
        assumeTrue(!onTerminal || Files.isExecutable(Path.of("/usr/bin/script")), "script (bsdutils) is not installed");
        List<String> arguments = new ArrayList<>(List.of(CommandLineRun.V604H, CommandLineRun.BASELINE));
        arguments.addAll(List.of("--parallel", "1", "--report-dir", folder + "/report"));
        arguments.addAll(List.of("--timeout", timeout));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("--", "bash", "-c", "cd '" + folder + "'; " + HANGS));
        return CheckProcess.started(onTerminal, folder, arguments);
    }

    private static boolean isProgress(String line) {
        return line.contains(CommandLineRun.V604H + ": the client runs for ");
    }

    private static int seconds(String progress) {
        Matcher seconds = SECONDS.matcher(progress);
        assertThat(seconds.find()).as(progress).isTrue();
        return Integer.parseInt(seconds.group(1));
    }

    @Test
    void it_says_each_second_on_a_terminal_how_it_is_getting_on() throws Exception {
        try (CheckProcess check = check(true, "60s")) {
            int first = seconds(check.awaitMessage(CheckStopTests::isProgress));
            int second = seconds(check.awaitMessage(CheckStopTests::isProgress));

            assertThat(first).isPositive();
            assertThat(second).isGreaterThan(first);
        }
    }

    @Test
    void it_says_so_in_plain_lines_every_ten_seconds_elsewhere() throws Exception {
        try (CheckProcess check = check(false, "60s")) {
            int first = seconds(check.awaitMessage(CheckStopTests::isProgress));
            int second = seconds(check.awaitMessage(CheckStopTests::isProgress));

            assertThat(second).isGreaterThanOrEqualTo(first + 9);
        }
    }

    @Test
    void it_says_nothing_when_it_is_to_be_quiet() throws Exception {
        try (CheckProcess check = check(true, "4s", "--quiet")) {
            assertThat(check.exitCode()).isEqualTo(ExitCode.BAD_VERDICT);
            assertThat(check.restOfMessages()).isEmpty();
            assertThat(check.out())
                    .isEqualTo(
                            CommandLineRun.V604H + ": CLIENT_FAILED\n" + CommandLineRun.BASELINE + ": CLIENT_FAILED\n");
        }
    }

    @ParameterizedTest(name = "by Ctrl-C: {0}, else by SIGTERM")
    @ValueSource(booleans = {true, false})
    void stopped_it_leaves_nothing_but_the_report_of_what_happened(boolean typed) throws Exception {
        try (CheckProcess check = check(typed, "60s")) {
            check.awaitMessage(CheckStopTests::isProgress);
            if (typed) {
                check.typeCtrlC();
            } else {
                check.terminate();
            }

            assertThat(check.exitCode()).isEqualTo(typed ? 130 : 143);
            assertThat(check.restOfMessages()).anySatisfy(line -> assertThat(line)
                    .contains("wec7emu: stopped; reporting what has happened so far"));
            assertThatNothingIsLeft();
            assertThat(check.out())
                    .contains(
                            CommandLineRun.V604H + ": CLIENT_FAILED (stopped)",
                            "ended as the check was stopped, after ")
                    .contains(CommandLineRun.BASELINE + ": not checked, as the check was stopped before");
            assertThatTheReportIsThere();
        }
    }

    private void assertThatNothingIsLeft() throws IOException {
        assertThat(isRunning("self")).as("the client").isFalse();
        assertThat(isRunning("away")).as("what the client started").isFalse();
        int port = Integer.parseInt(content("port"));
        assertThat(connects(port)).as("the device").isFalse();
    }

    private String content(String file) throws IOException {
        return Files.readString(folder.resolve(file)).strip();
    }

    /** One that has ended may stand in the table of processes until its parent asks for it. */
    private boolean isRunning(String file) throws IOException {
        Path stat = Path.of("/proc", content(file), "stat");
        return Files.exists(stat)
                && !Files.readString(stat, StandardCharsets.ISO_8859_1).contains(") Z ");
    }

    private static boolean connects(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    private void assertThatTheReportIsThere() {
        Path report = folder.resolve("report");
        assertThat(report.resolve("report.json"))
                .content()
                .contains(
                        "\"end\" : \"stopped\"", "\"good\" : false", "\"unchecked\" : [ \"" + CommandLineRun.BASELINE);
        assertThat(report.resolve("junit.xml")).content().contains("tests=\"2\"", "skipped=\"1\"", "failures=\"1\"");
        assertThat(report.resolve("summary.md")).content().contains("not checked");
        assertThat(report.resolve("report.html")).content().contains("not checked", "CLIENT_FAILED (stopped)");
        assertThat(report.resolve(CommandLineRun.V604H + ".jsonl")).content().contains("ConnectionOpened");
    }
}
