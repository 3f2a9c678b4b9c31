package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent.DataConnectionRefused;

/** Data connections that the device opens. */
class ActiveConnectionTests {
    private static final String OPENING = "150 File status okay; about to open data connection.";
    private static final String COMPLETE = "226 Closing data connection. ";
    private static final String FAILED = "425 Can't open data connection.";

    @ParameterizedTest
    @EnumSource
    void theDeviceSaysSoThenDialsFromPort20AndTellsTheEndLast(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.send("LIST\r\n");

            assertThat(client.wholeReply()).isEqualTo(OPENING);
            try (Socket data = RawClient.accepted(listener)) {
                assertThat(data.getPort()).isEqualTo(device.ports().onHost(PortMap.DATA_PORT));
                assertThat(data.getInputStream().read()).isNegative();
                assertThat(client.wholeReply()).isEqualTo(COMPLETE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClosedPortEndsWith425AtOnce(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level, "dial-wait: 1 h");
                RawClient client = RawClient.loggedIn(device)) {
            ServerSocket gone = client.listen();
            client.port(gone);
            gone.close();
            client.send("LIST\r\n");

            assertThat(client.wholeReply()).isEqualTo(OPENING);
            assertThat(client.wholeReply()).isEqualTo(FAILED);
            assertThat(device.journal().events(DataConnectionRefused.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSilentPortEndsWith425AfterTheDialTimer(EnforcementLevel level) throws Exception {
        Duration wait = Duration.ofMillis(400);
        try (Device device = OpenedDevices.started(level, "dial-wait: 400 ms", "data-wait: 1 h");
                RawClient client = RawClient.loggedIn(device);
                SilentPort silent = new SilentPort(InetAddress.getByName(client.localHost()))) {
            client.port(InetAddress.getByName(client.localHost()), silent.number());
            long start = System.nanoTime();
            client.send("LIST\r\n");

            assertThat(client.wholeReply()).isEqualTo(OPENING);
            assertThat(client.wholeReply()).isEqualTo(FAILED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(wait, wait.plusSeconds(5));
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoPortsTheSecondIsDialled(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                ServerSocket first = client.listen();
                ServerSocket second = client.listen()) {
            client.port(first);
            client.port(second);
            assertThat(client.command("LIST")).isEqualTo(OPENING);

            RawClient.accepted(second).close();
            first.setSoTimeout(RawClient.SILENCE_MILLIS);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(first::accept);
            assertThat(client.wholeReply()).isEqualTo(COMPLETE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPortServesOneTransfer(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.receive("LIST")).isEmpty();

            assertThat(client.command("LIST")).isEqualTo(FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void transfersOneAfterTheOtherToTheSamePortAllArrive(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            for (int i = 0; i < 5; i++) {
                client.port(listener);
                assertThat(client.command("LIST")).isEqualTo(OPENING);
                try (Socket data = RawClient.accepted(listener)) {
                    assertThat(data.getInputStream().read()).isNegative();
                }
                assertThat(client.wholeReply()).isEqualTo(COMPLETE);
            }
        }
    }
}
