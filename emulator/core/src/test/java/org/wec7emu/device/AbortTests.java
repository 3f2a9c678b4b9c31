package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.journal.DeviceEvent.CommandReceived;

/** ABOR, and Telnet's signals before it, which clients send in the middle of a transfer. */
class AbortTests {
    private static final String SIGNALS = "\u00ff\u00f4\u00ff";
    private static final String UNRECOGNIZED = "500 Syntax error, command unrecognized.";
    private static final String ABORTED = "426 Connection closed; transfer aborted.";

    private static Socket uploading(Device device, RawClient client, ServerSocket listener) throws IOException {
        client.port(listener);
        client.send("STOR half.bin\r\n");
        client.expect("150");
        Socket data = RawClient.accepted(listener);
        data.getOutputStream().write(1);
        File file = device.ftpRoot().resolve("half.bin").toFile();
        assertThat(Devices.comesTrue(() -> file.length() == 1)).isTrue();
        return data;
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbatim", "removed"})
    void withoutATransferItIsAVerbThatIsNotSupported(String telnet) throws Exception {
        try (Device device = Devices.started(Devices.withFtp("telnet: " + telnet));
                RawClient client = RawClient.loggedIn(device)) {
            client.send(SIGNALS);
            client.sendUrgent(0xF2);
            client.send("ABOR\r\n");

            assertThat(client.wholeReply()).isEqualTo(UNRECOGNIZED);
            assertThat(client.command("ABOR")).isEqualTo(UNRECOGNIZED);
            assertThat(client.command("PWD")).isEqualTo("257 \"/\".");
        }
    }

    @Test
    void duringATransferItIsAnsweredWhenThatIsOver() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            Socket data = uploading(device, client, listener);
            client.send(SIGNALS);
            client.sendUrgent(0xF2);
            client.send("ABOR\r\n");
            assertThat(client.isSilent()).isTrue();
            data.close();

            client.expect("226");
            assertThat(client.wholeReply()).isEqualTo(UNRECOGNIZED);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void obeyedAtOnceItEndsTheTransfer(boolean withSignals) throws Exception {
        try (Device device = Devices.started(Devices.withFtp("abort: at-once", "telnet: removed"));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen();
                Socket data = uploading(device, client, listener)) {
            if (withSignals) {
                client.send(SIGNALS);
                client.sendUrgent(0xF2);
            }
            client.send("ABOR\r\n");

            assertThat(client.wholeReply()).isEqualTo(ABORTED);
            assertThat(client.wholeReply()).isEqualTo(UNRECOGNIZED);
            assertThat(data.getInputStream().read()).isNegative();
            assertThat(client.command("NOOP")).startsWith("200");
        }
    }

    @Test
    void obeyedAtOnceItEndsTheWaitForAClientThatHasNotConnected() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("abort: at-once", "data-wait: 1 h"));
                RawClient client = RawClient.loggedIn(device)) {
            client.passive();
            client.send("LIST\r\n");
            assertThat(device.journal()
                            .await(CommandReceived.class, line -> line.verb().equals("LIST"), Devices.LIMIT))
                    .isPresent();
            assertThat(client.isSilent()).isTrue();
            client.send("ABOR\r\n");

            client.expect("425");
            assertThat(client.wholeReply()).isEqualTo(UNRECOGNIZED);
        }
    }

    @Test
    void obeyedAtOnceItLeavesAnOfferAlone() throws Exception {
        try (Device device = Devices.started(Devices.openWithFtp("abort: at-once"));
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress endpoint = client.passive();
            assertThat(client.command("ABOR")).isEqualTo(UNRECOGNIZED);

            try (Socket data = RawClient.connected(endpoint)) {
                assertThat(client.command("LIST")).startsWith("125");
                assertThat(data.getInputStream().read()).isNegative();
            }
        }
    }
}
