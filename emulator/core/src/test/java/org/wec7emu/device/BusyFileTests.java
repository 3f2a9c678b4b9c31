package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that one client uploads while another one wants it. */
class BusyFileTests {
    private static final String BUSY = "450 Requested file action not taken. File unavailable (e.g., file busy).";

    private Device device;
    private RawClient writer;
    private RawClient other;
    private Socket data;

    @AfterEach
    void stop() throws Exception {
        try (Device closing = device;
                RawClient first = writer;
                RawClient second = other) {
            data.close();
        }
    }

    @BeforeEach
    void upload() throws Exception {
        begin("busy");
    }

    private void begin(String whileUploaded) throws Exception {
        device = Devices.started(
                Devices.with("ftp: {rename-overwrites: true}\nstorage: {while-uploaded: " + whileUploaded + "}\n"));
        writer = RawClient.loggedIn(device);
        other = RawClient.loggedIn(device);
        other.command("MKD d");
        other.store("a.txt", "a");
        try (ServerSocket listener = writer.listen()) {
            writer.port(listener);
            writer.command("STOR d/new.txt");
            data = RawClient.accepted(listener);
        }
        data.getOutputStream().write("half".getBytes(StandardCharsets.US_ASCII));
        assertThat(Devices.comesTrue(
                        () -> device.ftpRoot().resolve("d/new.txt").toFile().length() == 4))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOR d/new.txt", "STOR D/NEW.TXT", "DELE d/new.txt", "RNFR d/new.txt", "RNFR d", "RMD d"})
    void isNotTouched(String command) throws Exception {
        assertThat(other.command(command)).isEqualTo(BUSY);
    }

    @Test
    void isNotReplacedByAnother() throws Exception {
        other.command("RNFR a.txt");
        assertThat(other.command("RNTO d/new.txt")).isEqualTo(BUSY);
    }

    @Test
    void canBeReadAsFarAsItIs() throws Exception {
        assertThat(other.receive("RETR d/new.txt")).isEqualTo("half");
        assertThat(other.receive("NLST d")).isEqualTo("new.txt\r\n");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isAsAnyOtherOnceTheUploadIsOver(boolean orderly) throws Exception {
        if (orderly) {
            data.close();
        } else {
            data.setSoLinger(true, 0);
            data.close();
        }
        assertThat(writer.reply()).startsWith(orderly ? "226 " : "426 ");
        other.store("d/new.txt", "other");
        assertThat(other.command("DELE d/new.txt")).startsWith("250 ");
    }

    @Test
    void isSharedWhereTheProfileSaysSo() throws Exception {
        stop();
        begin("shared");
        other.store("d/new.txt", "other");
        assertThat(other.command("DELE d/new.txt")).startsWith("250 ");
    }
}
