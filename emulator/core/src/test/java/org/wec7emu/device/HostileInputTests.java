package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes over the control connection, the device goes on, and answers the next client. */
class HostileInputTests {
    private static final int MEGABYTE = 1 << 20;
    private static final String UNRECOGNIZED = "500 Syntax error, command unrecognized.";

    private Device device;

    @BeforeEach
    void start() throws IOException {
        device = Devices.started(Devices.image(Devices.V604H));
    }

    @AfterEach
    void answersAWellBehavedClientAfterwards() throws IOException {
        try (Device survivor = device;
                RawClient client = RawClient.loggedIn(survivor)) {
            assertThat(client.receive("NLST")).isEmpty();
            assertThat(client.command("QUIT")).isEqualTo("221 Service closing control connection.");
        }
    }

    @Test
    void aLineWithoutEndCostsNoMoreThanItsConnection() throws IOException {
        try (RawClient client = RawClient.greeted(device)) {
            client.send("A".repeat(MEGABYTE));
        }
    }

    @Test
    void afterALineOfAMegabyteTheSessionGoesOn() throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            client.send("A".repeat(MEGABYTE) + "\r\n");

            assertThat(client.reply()).isEqualTo(UNRECOGNIZED);
            assertThat(client.command("PWD")).isEqualTo("257 \"/\".");
        }
    }

    @Test
    void aLineBeyondTheDevicesLimitIsUnrecognized() throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("CWD " + "a".repeat(2048))).isEqualTo(UNRECOGNIZED);
            assertThat(client.command("CWD " + "a".repeat(2044))).startsWith("550 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\u0000\u0000PWD", "PWD\u0000", "\u00ff\u00f4\u00f2ABOR", "\t", "P\rWD", "\u001b[2J"})
    void bytesThatAreNoVerbAreUnrecognized(String line) throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command(line)).isEqualTo(UNRECOGNIZED);
            assertThat(client.command("PWD")).isEqualTo("257 \"/\".");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CWD a\u0000b", "RETR \u0000", "DELE a\rb", "MKD a\u0000", "RNFR \u0001", "STOR a*b", "STOR .."})
    void namesThatNoDeviceCanHaveAreUnavailable(String line) throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command(line)).startsWith("550 ");
        }
    }

    @Test
    void commandsInOnePacketAreAnsweredInOrder() throws IOException {
        try (RawClient client = RawClient.greeted(device)) {
            client.send(
                    "USER webguest\r\nPASS 1\r\nSYST\r\nPWD\r\nMKD a\r\nCWD a\r\nPWD\r\nCDUP\r\nRMD a\r\nQUIT\r\nPWD\r\n");

            for (String code : "331 230 215 257 257 250 257 250 250 221".split(" ")) {
                client.expect(code);
            }
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aThousandCommandsInOnePacketAreAllAnswered() throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            client.send("NOOP\r\n".repeat(1000));

            for (int i = 0; i < 1000; i++) {
                client.expect("200");
            }
        }
    }

    @Test
    void aClientThatEndsItsHalfBehindItsLastCommandHearsAllAnswers() throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            client.send("PWD\r\nNOOP\r\nEPSV\r\nLIST\r\nSYST\r\nQUIT\r\n");
            client.endOutput();

            assertThat(client.reply()).startsWith("257");
            assertThat(client.reply()).startsWith("200");
            assertThat(client.reply()).startsWith("229");
            assertThat(client.reply()).startsWith("425");
            assertThat(client.reply()).startsWith("215");
            assertThat(client.reply()).startsWith("221");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aClientThatEndsItsHalfOfADownloadStillGetsAllOfIt() throws IOException {
        String content = "x".repeat(MEGABYTE);
        Files.writeString(device.ftpRoot().resolve("a.bin"), content);
        try (RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            assertThat(client.command("RETR a.bin")).startsWith("150 ");
            try (Socket data = RawClient.accepted(listener)) {
                data.shutdownOutput();

                assertThat(data.getInputStream().readAllBytes()).hasSize(MEGABYTE);
            }
            client.expect("226");
            assertThat(client.command("DELE a.bin")).startsWith("250 ");
        }
    }

    @Test
    void aByteAtATimeIsAsGoodAsALine() throws IOException {
        try (RawClient client = RawClient.greeted(device)) {
            for (byte next : "USER webguest\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
                client.sendBytes(new byte[] {next});
            }

            client.expect("331");
        }
    }

    @Test
    void aLineFeedAloneEndsALine() throws IOException {
        try (RawClient client = RawClient.loggedIn(device)) {
            client.send("PWD\nSYST\n");

            client.expect("257");
            client.expect("215");
        }
    }

    @Test
    void binaryGarbageEndsNothingButItsSession() throws IOException {
        Random random = new Random(21);
        for (int attempt = 0; attempt < 20; attempt++) {
            try (RawClient client = RawClient.loggedIn(device)) {
                byte[] garbage = new byte[10_000];
                random.nextBytes(garbage);
                client.sendBytes(garbage);
            }
        }
    }

    @Test
    void leavingInTheMiddleOfACommandIsNoTrouble() throws IOException {
        for (String part : new String[] {"", "U", "USER webguest", "USER webguest\r", "USER webguest\r\nPA"}) {
            try (RawClient client = RawClient.greeted(device)) {
                client.send(part);
            }
        }
    }

    @Test
    void aClientThatReadsNoRepliesDoesNotHoldUpOthers() throws IOException {
        try (RawClient deaf = RawClient.loggedIn(device);
                RawClient other = RawClient.loggedIn(device)) {
            deaf.send("HELP\r\n".repeat(20_000));

            assertThat(other.command("PWD")).isEqualTo("257 \"/\".");
        }
    }
}
