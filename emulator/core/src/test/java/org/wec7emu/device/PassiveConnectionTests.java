package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** Data connections that the client opens: who comes when, and what is said. */
class PassiveConnectionTests {
    private static final String STARTING = "125 Data connection already open; transfer starting.";
    private static final String COMPLETE = "226 Closing data connection. ";
    private static final String FAILED = "425 Can't open data connection.";

    @ParameterizedTest
    @EnumSource
    void nothingIsSaidUntilTheClientConnects(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress endpoint = client.passive();
            client.send("LIST\r\n");
            assertThat(client.isSilent()).isTrue();

            try (Socket data = RawClient.connected(endpoint)) {
                assertThat(client.wholeReply()).isEqualTo(STARTING);
                assertThat(data.getInputStream().read()).isNegative();
                assertThat(client.wholeReply()).isEqualTo(COMPLETE);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theClientMayConnectBeforeItSaysWhatFor(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                Socket data = RawClient.connected(client.passive())) {
            assertThat(client.command("NOOP")).startsWith("200");
            client.send("LIST\r\n");

            assertThat(client.wholeReply()).isEqualTo(STARTING);
            assertThat(data.getInputStream().read()).isNegative();
            assertThat(client.wholeReply()).isEqualTo(COMPLETE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoConnectionsTheFirstIsServedAndTheSecondBrokenOff(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device)) {
            client.store("a.txt", "content");
            InetSocketAddress endpoint = client.passive();
            try (Socket first = RawClient.connected(endpoint);
                    Socket second = RawClient.connected(endpoint)) {
                assertThat(client.command("RETR a.txt")).startsWith("125");

                assertThat(first.getInputStream().readAllBytes()).asString().isEqualTo("content");
                assertThat(bytesBeforeTheEnd(second)).isZero();
                client.expect("226");
            }
            assertThat(client.command("NOOP")).startsWith("200");
        }
    }

    private static int bytesBeforeTheEnd(Socket socket) throws IOException {
        try {
            return socket.getInputStream().readAllBytes().length;
        } catch (SocketException e) {
            return 0; // reset
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClientThatNeverConnectsHears425AfterTheDataWait(EnforcementLevel level) throws Exception {
        Duration wait = Duration.ofMillis(400);
        try (Device device = OpenedDevices.started(level, "data-wait: 400 ms", "dial-wait: 1 h");
                RawClient client = RawClient.loggedIn(device)) {
            client.passive();
            long start = System.nanoTime();

            assertThat(client.command("LIST")).isEqualTo(FAILED);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(wait, wait.plusSeconds(5));
            assertThat(client.command("LIST")).isEqualTo(FAILED); // the offer is gone
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFirewallsSilenceEndsWith425Too(EnforcementLevel level) throws Exception {
        try (Device device = Devices.builder(Devices.withFtp("data-wait: 400 ms"), level)
                        .start();
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress endpoint = client.passive();
            client.send("LIST\r\n");
            try (Socket dropped = new Socket()) {
                assertThat(org.assertj.core.api.Assertions.catchThrowable(
                                () -> dropped.connect(endpoint, RawClient.SILENCE_MILLIS)))
                        .isInstanceOf(java.net.SocketTimeoutException.class);
            }

            assertThat(client.wholeReply()).isEqualTo(FAILED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherPasvClosesThePortOfTheFirst(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress first = client.passive();
            InetSocketAddress second = client.passive();

            assertThat(second.getPort()).isGreaterThan(first.getPort());
            assertThat(PortState.of(first)).isEqualTo(PortState.CLOSED);
            assertServed(client, second);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPortAfterThePasvClosesItsPort(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress passive = client.passive();

            assertThat(client.receive("NLST")).isEmpty(); // actively
            assertThat(PortState.of(passive)).isEqualTo(PortState.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPasvAfterThePortCounts(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device);
                java.net.ServerSocket unused = client.listen()) {
            client.port(unused);

            assertServed(client, client.passive());
        }
    }

    @ParameterizedTest
    @EnumSource
    void thePortServesOneTransferAndIsClosedThen(EnforcementLevel level) throws Exception {
        try (Device device = OpenedDevices.started(level);
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress endpoint = client.passive();
            assertServed(client, endpoint);

            assertThat(PortState.of(endpoint)).isEqualTo(PortState.CLOSED);
            assertThat(client.command("LIST")).isEqualTo(FAILED);
        }
    }

    private static void assertServed(RawClient client, InetSocketAddress endpoint) throws IOException {
        try (Socket data = RawClient.connected(endpoint)) {
            assertThat(client.command("NLST")).startsWith("125");
            assertThat(data.getInputStream().read()).isNegative();
            client.expect("226");
        }
    }
}
