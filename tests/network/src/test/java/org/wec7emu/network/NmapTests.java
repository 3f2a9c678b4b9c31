package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.network.Nmap.PortState;

/** The scan itself: it tells what listens, what refuses, and what is silent. */
@Timeout(150)
class NmapTests {
    private static TwoHosts hosts;
    private static InNamespace device;

    @BeforeAll
    static void start() throws Exception {
        Requirements.assumeNmap();
        Requirements.assumeNft();
        hosts = TwoHosts.linked();
        device = InNamespace.enter(hosts.device());
        hosts.device().nft("""
                        table inet filter {
                            chain input {
                                type filter hook input priority 0
                                tcp dport { 22, 30000-30010 } drop
                                udp dport 162 drop
                            }
                        }
                        """);
    }

    @AfterAll
    static void stop() throws Exception {
        if (device != null) {
            device.close();
        }
        if (hosts != null) {
            hosts.close();
        }
    }

    private static Stream<InetAddress> addresses() {
        return Stream.of(Addresses.DEVICE, Addresses.DEVICE_IPV6);
    }

    private static PortState truth(int port) {
        boolean filtered = port == 22 || (port >= 30_000 && port <= 30_010);
        return port == 21 ? PortState.OPEN : filtered ? PortState.FILTERED : PortState.CLOSED;
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void tellsTcpPorts(InetAddress address) throws Exception {
        try (ServerSocketChannel server = device.call(() -> ServerSocketChannel.open())) {
            server.bind(new InetSocketAddress(address, 21));

            assertThat(new Nmap(hosts.client(), address).tcp("20-25,29999-30011"))
                    .hasSize(19)
                    .allSatisfy((port, state) -> assertThat(state).isEqualTo(truth(port)));
        }
    }

    @Test
    void tellsAllTcpPortsWhateverIsExpected() throws Exception {
        try (ServerSocketChannel server = device.call(() -> ServerSocketChannel.open())) {
            server.bind(new InetSocketAddress(Addresses.DEVICE, 21));

            assertThat(new Nmap(hosts.client(), Addresses.DEVICE).allTcp(port -> PortState.CLOSED))
                    .hasSize(65_535)
                    .allSatisfy((port, state) -> assertThat(state).isEqualTo(truth(port)));
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void tellsUdpPorts(InetAddress address) throws Exception {
        try (DatagramChannel quiet = device.call(() -> DatagramChannel.open())) {
            quiet.bind(new InetSocketAddress(address, 161));

            assertThat(new Nmap(hosts.client(), address).udp("160-162"))
                    .containsEntry(160, PortState.CLOSED)
                    .containsEntry(161, PortState.OPEN_OR_FILTERED)
                    .containsEntry(162, PortState.OPEN_OR_FILTERED)
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void tellsWhetherThereIsAnEcho(InetAddress address) throws Exception {
        assertThat(new Nmap(hosts.client(), address).ping()).isTrue();

        hosts.device().nft("""
                        table inet silence {
                            chain input {
                                type filter hook input priority 1
                                icmp type echo-request drop
                                icmpv6 type echo-request drop
                            }
                        }
                        """);
        assertThat(new Nmap(hosts.client(), address).ping()).isFalse();
        hosts.device().nft("delete table inet silence\n");
    }

    @Test
    void tellsASilentHostPortByPort() throws Exception {
        hosts.device().nft("add rule inet filter input ip daddr 192.0.2.23 drop\n");
        Link.addAddress(hosts.device(), Link.DEVICE, Addresses.address("192.0.2.23"));

        assertThat(new Nmap(hosts.client(), Addresses.address("192.0.2.23")).allTcp(port -> PortState.FILTERED))
                .hasSize(65_535)
                .allSatisfy((port, state) -> assertThat(state).isEqualTo(PortState.FILTERED));
    }
}
