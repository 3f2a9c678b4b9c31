package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process: how it begins, and all the ways it ends. */
class LaunchedDeviceTests {
    @TempDir
    private Path temporary;

    @Test
    void answersOnceItsBannerIsPrinted() throws Exception {
        try (Emulator emulator = Emulator.started(temporary);
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            client.store("a.txt", "content");

            assertThat(client.receive("RETR A.TXT")).isEqualTo("content");
            assertThat(emulator.files().resolve("a.txt")).hasContent("content");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalEndsItClean(String signal) throws Exception {
        try (Emulator emulator = Emulator.started(temporary);
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            client.store("a.txt", "content");

            emulator.signal(signal);

            assertThat(emulator.rest().stream().reduce((first, last) -> last))
                    .hasValueSatisfying(last -> assertThat(last).endsWith(" the device is off"));
            assertThat(emulator.exitCode()).isZero();
            assertThat(scratchDirectories()).isEmpty();
            assertNobodyListens(emulator.port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void aSignalRightAfterTheBannerEndsItClean(String signal) throws Exception {
        try (Emulator emulator = Emulator.started(temporary)) {
            emulator.signal(signal);

            assertThat(emulator.exitCode()).isZero();
            assertThat(scratchDirectories()).isEmpty();
        }
    }

    @Test
    void itTellsWhatWasDoneToTheDeviceBeforeTheStart() throws Exception {
        try (Emulator emulator = Emulator.started(temporary)) {
            emulator.signal("TERM");

            assertThat(emulator.rest())
                    .contains("done to the device before this start (ftp-ready): switch the FTP server on; restart the"
                            + " device; enter TCP port 20 in the firewall; enter TCP port 21 in the firewall");
        }
    }

    @Test
    void ofADeviceAsDeliveredNothingIsTold() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--state", "factory")) {
            emulator.signal("TERM");

            assertThat(emulator.rest()).noneMatch(line -> line.startsWith("done to the device"));
        }
    }

    @Test
    void killedItLeavesNoPortBehindAndItsFilesToTheNext() throws Exception {
        Path left;
        try (Emulator emulator = Emulator.started(temporary);
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            client.store("a.txt", "content");
            left = emulator.files();
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(client::tryPassive);

            emulator.signal("KILL");

            assertThat(emulator.exitCode()).isEqualTo(128 + 9);
            assertNobodyListens(emulator.port());
            assertThat(left.resolve("a.txt")).exists();
        }

        try (Emulator next = Emulator.started(temporary)) {
            assertThat(left).doesNotExist();
            assertThat(next.files()).isDirectory();
        }
    }

    @Test
    void killedItLeavesAJournalOfWholeLines() throws Exception {
        Path journal = temporary.resolve("journal.jsonl");
        try (Emulator emulator = Emulator.started(temporary, "--journal", journal.toString());
                ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
            for (int i = 0; i < 200; i++) {
                client.command("NOOP", "200");
            }
            emulator.signal("KILL");
            emulator.exitCode();
        }

        assertThat(journal).content().endsWith("}\n").contains("\"event\":\"LoginSucceeded\"");
        assertThat(Files.readAllLines(journal)).hasSizeGreaterThan(400).allSatisfy(LaunchedDeviceTests::parse);
    }

    @Test
    void goesOnWhenNobodyReadsItsOutputAnyMore() throws Exception {
        try (Emulator emulator = Emulator.started(temporary)) {
            emulator.closeOutput();

            try (ControlConnection client = ControlConnection.loggedIn(emulator.port())) {
                client.store("a.txt", "content");
                assertThat(client.receive("RETR a.txt")).isEqualTo("content");
            }
            emulator.signal("TERM");
            assertThat(emulator.exitCode()).isZero();
            assertThat(scratchDirectories()).isEmpty();
        }
    }

    @Test
    void twoSideBySideLeaveEachOtherAlone() throws Exception {
        try (Emulator first = Emulator.started(temporary);
                Emulator second = Emulator.started(temporary)) {
            assertThat(first.port()).isNotEqualTo(second.port());
            second.signal("TERM");
            assertThat(second.exitCode()).isZero();

            ControlConnection.loggedIn(first.port()).close();
            assertThat(first.files()).isDirectory();
        }
    }

    @Test
    void aPortThatIsBlockedForOneRunIsSilent() throws Exception {
        try (Emulator emulator = Emulator.started(temporary, "--block", "tcp/21")) {
            Matcher place = Pattern.compile("doesn't answer at 127\\.0\\.0\\.1 port (\\d+): the firewall drops port 21")
                    .matcher(emulator.banner());
            assertThat(place.find()).as(emulator.banner()).isTrue();
            InetSocketAddress port =
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(place.group(1)));

            try (Socket client = new Socket()) {
                assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> client.connect(port, 1_500));
            }
        }
    }

    private java.util.List<Path> scratchDirectories() throws IOException {
        try (var all = Files.list(temporary)) {
            return all.filter(path -> path.getFileName().toString().startsWith("wec7emu-"))
                    .toList();
        }
    }

    private static void assertNobodyListens(int port) throws IOException {
        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port));
        // With SO_REUSEADDR, as Java sets it, only a socket that listens would be in the way.
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    private static void parse(String line) throws IOException {
        try (JsonParser json = new JsonFactory().createParser(line)) {
            while (json.nextToken() != null) {
                // on to the end
            }
        }
    }
}
