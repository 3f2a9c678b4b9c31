package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.DeviceEvent.TransferFailed;

/** Transfers that end before their end, and clients that leave in the middle. */
class BrokenTransferTests {
    private static final String ABORTED = "426 Connection closed; transfer aborted.";
    private static final int MORE_THAN_BUFFERS_HOLD = 64 << 20;

    private static void reset(Socket data) throws IOException {
        data.setSoLinger(true, 0);
        data.close();
    }

    private static void comesToHold(Path file, int bytes) {
        assertThat(Devices.comesTrue(() -> file.toFile().length() == bytes)).isTrue();
    }

    private static Socket downloading(Device device, RawClient client, ServerSocket listener) throws IOException {
        Files.write(device.ftpRoot().resolve("large.bin"), new byte[MORE_THAN_BUFFERS_HOLD]);
        client.port(listener);
        client.send("RETR large.bin\r\n");
        client.expect("150");
        Socket data = RawClient.accepted(listener);
        assertThat(data.getInputStream().read()).isZero();
        return data;
    }

    private static Socket uploading(Device device, RawClient client, ServerSocket listener) throws IOException {
        client.port(listener);
        client.send("STOR half.bin\r\n");
        client.expect("150");
        Socket data = RawClient.accepted(listener);
        data.getOutputStream().write(new byte[5]);
        comesToHold(device.ftpRoot().resolve("half.bin"), 5);
        return data;
    }

    @ParameterizedTest
    @EnumSource
    void aResetInTheMiddleOfADownloadIs426(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            reset(downloading(device, client, listener));

            assertThat(client.wholeReply()).isEqualTo(ABORTED);
            assertThat(client.command("NOOP")).startsWith("200");
            assertThat(device.journal().events(TransferFailed.class))
                    .extracting(TransferFailed::content)
                    .containsExactly(Content.DOWNLOAD);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResetInTheMiddleOfAnUploadIs426AndWhatCameStays(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            reset(uploading(device, client, listener));

            assertThat(client.wholeReply()).isEqualTo(ABORTED);
            assertThat(device.ftpRoot().resolve("half.bin")).hasSize(5);
            assertThat(client.command("DELE half.bin")).startsWith("250");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQuitDuringATransferIsAnsweredWhenItHasEnded(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            Socket data = uploading(device, client, listener);
            client.send("QUIT\r\n");
            assertThat(client.isSilent()).isTrue();
            data.getOutputStream().write(new byte[5]);
            data.close();

            client.expect("226");
            client.expect("221");
            assertThat(client.isEnded()).isTrue();
            assertThat(device.ftpRoot().resolve("half.bin")).hasSize(10);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatGoesInOrderDuringAnUploadDoesNotEndIt(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level)) {
            RawClient client = RawClient.loggedIn(device);
            try (ServerSocket listener = client.listen()) {
                Socket data = uploading(device, client, listener);
                client.close();
                data.getOutputStream().write(new byte[5]);
                data.close();

                assertThat(device.journal().await(TransferCompleted.class, event -> true, Devices.LIMIT))
                        .hasValueSatisfying(
                                completed -> assertThat(completed.bytes()).isEqualTo(10));
                assertThat(device.journal().await(ConnectionClosed.class, event -> true, Devices.LIMIT))
                        .hasValueSatisfying(
                                closed -> assertThat(closed.ending()).isEqualTo(Ending.BY_CLIENT));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereTheProfileSaysSoItDoes(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level, "disconnect: ends-transfer")) {
            RawClient client = RawClient.loggedIn(device);
            try (ServerSocket listener = client.listen();
                    Socket data = uploading(device, client, listener)) {
                client.close();

                assertThat(data.getInputStream().read()).isNegative();
                assertThat(device.journal().await(TransferFailed.class, event -> true, Devices.LIMIT))
                        .isPresent();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aControlConnectionThatIsResetEndsTheUpload(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level)) {
            RawClient client = RawClient.loggedIn(device);
            try (ServerSocket listener = client.listen();
                    Socket data = uploading(device, client, listener)) {
                client.reset();

                assertThat(data.getInputStream().read()).isNegative();
                assertThat(device.journal().await(TransferFailed.class, event -> true, Devices.LIMIT))
                        .isPresent();
                assertThat(device.journal().await(ConnectionClosed.class, event -> true, Devices.LIMIT))
                        .hasValueSatisfying(
                                closed -> assertThat(closed.ending()).isEqualTo(Ending.BY_CLIENT));
                assertThat(device.ftpRoot().resolve("half.bin")).hasSize(5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aControlConnectionThatIsResetEndsTheDownload(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level)) {
            RawClient client = RawClient.loggedIn(device);
            try (ServerSocket listener = client.listen();
                    Socket data = downloading(device, client, listener)) {
                client.reset();

                assertThat(data.getInputStream().readAllBytes().length).isLessThan(MORE_THAN_BUFFERS_HOLD - 1);
                assertThat(device.journal().await(TransferFailed.class, event -> true, Devices.LIMIT))
                        .isPresent();
            }
        }
    }
}
