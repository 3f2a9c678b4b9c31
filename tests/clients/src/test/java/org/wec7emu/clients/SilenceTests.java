package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ReplySent;

/** What the firewall drops is silence: neither RST nor SYN/ACK, neither accepted nor closed. */
class SilenceTests {
    /** Long enough for the kernel to repeat the SYN, which it does after 1 s. */
    private static final int PATIENCE_MILLIS = 1_500;

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource
    void thePassivePortLetsAClientTimeOut(EnforcementLevel level) throws Exception {
        try (Device device = ready(level).start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            assertTimesOut(control.passive());
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource
    void thePassivePortKeepsAClientInSynSent(EnforcementLevel level) throws Exception {
        try (Device device = ready(level).start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            assertStaysInSynSent(control.passive());
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource
    void port21AsDeliveredLetsAClientTimeOut(EnforcementLevel level) throws Exception {
        try (Device device = ready(level).state("factory").start()) {
            assertTimesOut(new InetSocketAddress(device.host(), device.port()));
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource
    void port21AsDeliveredKeepsAClientInSynSent(EnforcementLevel level) throws Exception {
        try (Device device = ready(level).state("factory").start()) {
            assertStaysInSynSent(new InetSocketAddress(device.host(), device.port()));
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource
    void theServerSaysNothingAfterListUntilItsDataWaitEndsWith425(EnforcementLevel level) throws Exception {
        Duration wait = Duration.ofSeconds(2);
        try (Device device = ready(level).dataWait(wait).start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            control.passive();
            long start = System.nanoTime();
            assertThat(control.ask("LIST")).isEqualTo("425 Can't open data connection.\r\n");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(wait);
            assertThat(device.journal().events(ReplySent.class))
                    .extracting(ReplySent::code)
                    .endsWith(227, 425);
        }
    }

    private static DeviceUnderTest ready(EnforcementLevel level) {
        return DeviceUnderTest.of(Image.V604H).enforcedBy(level);
    }

    private static void assertTimesOut(InetSocketAddress endpoint) throws IOException {
        try (Socket client = new Socket()) {
            assertThatThrownBy(() -> client.connect(endpoint, PATIENCE_MILLIS))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void assertStaysInSynSent(InetSocketAddress endpoint) throws IOException {
        try (SocketChannel client = SocketChannel.open();
                Selector selector = Selector.open()) {
            client.configureBlocking(false);
            client.connect(endpoint);
            client.register(selector, SelectionKey.OP_CONNECT);
            assertThat(selector.select(PATIENCE_MILLIS))
                    .as("answers to the SYN")
                    .isZero();
            assertThat(TcpTable.rows())
                    .filteredOn(row -> row.remotePort() == endpoint.getPort())
                    .extracting(TcpTable.Row::state)
                    .contains(TcpTable.State.SYN_SENT);
        }
    }
}
