package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.PacketsDropped;
import org.wec7emu.journal.DeviceEvent.PacketsLogged;

/** A device at an address of its own, all of whose traffic its firewall sees. */
class WholeAddressTests {
    private static final String BLOCKED = "no rule allows it, so rule BlockAllRule blocks it";

    private Device device;

    @BeforeEach
    void start() throws IOException {
        device = Devices.builder(Devices.image(Devices.V604H), EnforcementLevel.NFTABLES)
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        if (device != null) {
            device.close();
        }
    }

    private InetSocketAddress port(int number) {
        return new InetSocketAddress(AddressRange.parse(device.host()).base(), number);
    }

    private void connect(int number) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(port(number), 300);
        }
    }

    private <E extends DeviceEvent> E await(Class<E> kind) throws InterruptedException {
        return device.journal().await(kind, event -> true, Devices.LIMIT).orElseThrow();
    }

    @Test
    void hasItsTruePorts() {
        assertThat(device.port()).isEqualTo(21);
        assertThat(device.enforcement()).isEqualTo(EnforcementLevel.NFTABLES);
    }

    @Test
    void isTheBestThatAnAddressOfItsOwnGets() throws IOException {
        try (Device other = Device.builder(Devices.image(Devices.V604H))
                .bind(Devices.ownAddress())
                .start()) {
            assertThat(other.enforcement()).isEqualTo(EnforcementLevel.NFTABLES);
            assertThat(other.port()).isEqualTo(21);
        }
    }

    @Test
    void refusesToBeMovedToOtherPorts() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Devices.builder(Devices.image(Devices.V604H), EnforcementLevel.NFTABLES)
                        .portOffset(PortOffset.USUAL)
                        .start())
                .withMessageContaining("leave its port offset out");
    }

    @Test
    void tellsWhoWasDroppedAtAPortThatNothingListensOn() throws Exception {
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> connect(8080));

        ConnectionDropped dropped = await(ConnectionDropped.class);
        assertThat(dropped.source()).isEqualTo("127.0.0.1");
        assertThat(dropped.port()).isEqualTo(8080);
        assertThat(dropped.hostPort()).isEqualTo(8080);
        assertThat(dropped.attempts()).isEqualTo(1);
        assertThat(dropped.rule()).isEqualTo("BlockAllRule");
        assertThat(dropped.because()).isEqualTo(BLOCKED);
    }

    @Test
    void tellsWhoWasDroppedAtAPortThatListens() throws Exception {
        device.firewall(device.firewall().without("rule10"));
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));

        assertThat(device.journal()
                        .await(ConnectionDropped.class, event -> event.port() == 21, Devices.LIMIT)
                        .orElseThrow()
                        .source())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void tellsOfDatagramsThatWereDropped() throws Exception {
        try (DatagramSocket client = new DatagramSocket()) {
            client.send(new DatagramPacket(new byte[1], 1, port(161)));
            client.send(new DatagramPacket(new byte[1], 1, port(161)));
        }

        PacketsDropped dropped = await(PacketsDropped.class);
        assertThat(dropped.source()).isEqualTo("127.0.0.1");
        assertThat(dropped.traffic()).isEqualTo("udp/161");
        assertThat(dropped.because()).isEqualTo(BLOCKED);
    }

    @Test
    void tellsOfAScanInOneLine() throws Exception {
        List<SocketChannel> attempts = new ArrayList<>();
        try {
            for (int number = 1000; number < 2000; number++) {
                SocketChannel attempt = SocketChannel.open();
                attempts.add(attempt);
                attempt.configureBlocking(false);
                attempt.connect(port(number));
            }

            PacketsDropped dropped = await(PacketsDropped.class);
            assertThat(dropped.traffic()).matches("tcp/1\\d+-1\\d+ \\(\\d+ ports\\)");
            assertThat(dropped.packets()).isGreaterThan(16);
        } finally {
            for (SocketChannel attempt : attempts) {
                attempt.close();
            }
        }
    }

    @Test
    void tellsWhatRulesLog() throws Exception {
        device.firewall(device.firewall()
                .with(Rule.inbound("log web", Action.LOG, Traffic.tcp(443)))
                .with(Rule.inbound("log all", Action.LOG, new Traffic.Tcp(new PortRange(1, 500)))));
        connect(443);

        PacketsLogged logged = await(PacketsLogged.class);
        assertThat(logged.remote()).isEqualTo("127.0.0.1");
        assertThat(logged.inbound()).isTrue();
        assertThat(logged.traffic()).isEqualTo("tcp/443");
        assertThat(logged.rules()).isEqualTo("log web, log all");
    }

    @Test
    void answersForClosedPortsOnceTheFirewallIsOff() throws Exception {
        device.firewall(device.firewall().withEnabled(false));

        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(8080));
    }

    @Test
    void isAsOtherAddressesWhenItHasGone() throws Exception {
        InetSocketAddress web = port(8080);
        device.close();

        try (Socket socket = new Socket()) {
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> socket.connect(web, 1000));
        }
    }
}
