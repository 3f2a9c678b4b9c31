package org.wec7emu.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;

/** The lab itself: it tells what passes from what doesn't. */
class PacketLabTests {
    private static PacketLab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = PacketLab.start(List.of(Addresses.DEVICE, Addresses.DEVICE_IPV6));
    }

    @AfterAll
    static void stop() throws Exception {
        if (lab != null) {
            lab.close();
        }
    }

    @BeforeEach
    void forget() throws Exception {
        lab.forget();
    }

    @AfterEach
    void withoutFilters() throws Exception {
        lab.namespace().nft("table inet filter\ndelete table inet filter\n");
    }

    private static Packet tcp(Direction direction, InetAddress remote, boolean opening) {
        return new Packet.Tcp(
                direction,
                new InetSocketAddress(remote, 50_000),
                new InetSocketAddress(deviceFor(remote), 21),
                opening);
    }

    private static Packet udp(Direction direction, InetAddress remote) {
        return new Packet.Udp(
                direction, new InetSocketAddress(remote, 53), new InetSocketAddress(deviceFor(remote), 50_000));
    }

    private static InetAddress deviceFor(InetAddress remote) {
        return remote.getAddress().length == 4 ? Addresses.DEVICE : Addresses.DEVICE_IPV6;
    }

    private static void filter(String hook, String rule) throws Exception {
        lab.namespace()
                .nft("table inet filter {\n chain c {\n type filter hook %s priority 0;\n %s\n }\n}\n"
                        .formatted(hook, rule));
    }

    private static boolean passes(MarkedPacket packet) throws Exception {
        lab.send(packet);
        return lab.passed().equals(Set.of(packet.mark()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7", "10.1.2.3", "203.0.113.255", "2a00::1", "fe80::1", "224.0.0.1"})
    void seesWhatComesFromAnySourceButThoseThatNoNetworkHas(String source) throws Exception {
        InetAddress remote = Addresses.address(source);

        assertThat(passes(MarkedPacket.of(tcp(Direction.INBOUND, remote, true), 4711)))
                .isEqualTo(!remote.isMulticastAddress());
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7", "10.1.2.3", "fe80::1"})
    void seesWhatGoesOutToAnyDestination(String destination) throws Exception {
        assertThat(passes(MarkedPacket.of(tcp(Direction.OUTBOUND, Addresses.address(destination), true), 65_535)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
    void seesPacketsOfAllKindsBothWays(String literal) throws Exception {
        InetAddress remote = Addresses.address(literal);
        InetAddress device = deviceFor(remote);
        boolean ipv4 = device.getAddress().length == 4;
        int mark = 1;
        for (Direction direction : Direction.values()) {
            lab.send(MarkedPacket.of(udp(direction, remote), mark++));
            for (int type : ipv4 ? new int[] {0, 3, 8, 13} : new int[] {1, 128, 129, 134, 135}) {
                lab.send(MarkedPacket.of(new Packet.Icmp(direction, remote, device, type, 0, 7), mark++));
            }
            for (int protocol : new int[] {2, 41, 47, 50, 51, 132, 253}) {
                lab.send(MarkedPacket.of(new Packet.Other(direction, remote, device, protocol), mark++));
            }
        }

        assertThat(lab.passed()).hasSize(mark - 1);
    }

    @ParameterizedTest
    @EnumSource
    void seesSegmentsWithAnyFlagsAndAnswersNone(TcpFlags flags) throws Exception {
        Packet segment = tcp(Direction.INBOUND, Addresses.CLIENT, flags.opens());

        assertThat(passes(new MarkedPacket(segment, flags, 1))).isTrue();
        assertThat(lab.answers()).isEmpty();
    }

    @Test
    void sendsRightChecksums() throws Exception {
        filter("input", "ct state invalid drop");

        lab.send(MarkedPacket.of(tcp(Direction.INBOUND, Addresses.CLIENT, true), 1));
        lab.send(MarkedPacket.of(tcp(Direction.INBOUND, Addresses.CLIENT_IPV6, true), 2));
        lab.send(MarkedPacket.of(udp(Direction.INBOUND, Addresses.CLIENT), 3));
        lab.send(MarkedPacket.of(udp(Direction.INBOUND, Addresses.CLIENT_IPV6), 4));
        lab.send(MarkedPacket.of(new Packet.Icmp(Direction.INBOUND, Addresses.CLIENT, Addresses.DEVICE, 8, 0, 7), 5));
        lab.send(MarkedPacket.of(
                new Packet.Icmp(Direction.INBOUND, Addresses.CLIENT_IPV6, Addresses.DEVICE_IPV6, 128, 0, 7), 6));

        assertThat(lab.passed()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
    void seesNothingOfWhatAFilterDropsOnTheWayIn(String remote) throws Exception {
        filter("input", "tcp dport 21 drop");

        lab.send(MarkedPacket.of(tcp(Direction.INBOUND, Addresses.address(remote), true), 1));
        lab.send(MarkedPacket.of(udp(Direction.INBOUND, Addresses.address(remote)), 2));

        assertThat(lab.passed()).containsExactly(2);
        assertThat(lab.answers()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "2001:db8::7"})
    void seesNothingOfWhatAFilterDropsOnTheWayOut(String remote) throws Exception {
        filter("output", "tcp sport 21 drop");

        lab.send(MarkedPacket.of(tcp(Direction.OUTBOUND, Addresses.address(remote), true), 1));
        lab.send(MarkedPacket.of(udp(Direction.OUTBOUND, Addresses.address(remote)), 2));

        assertThat(lab.passed()).containsExactly(2);
    }

    @Test
    void seesTheAnswerOfAFilterThatIsNotSilent() throws Exception {
        filter("input", "tcp dport 21 reject with tcp reset");

        lab.send(MarkedPacket.of(tcp(Direction.INBOUND, Addresses.CLIENT, true), 1));

        assertThat(lab.passed()).isEmpty();
        assertThat(lab.answers()).singleElement().satisfies(reset -> {
            assertThat(reset.destination()).isEqualTo(Addresses.CLIENT);
            assertThat(reset.tcpFlags() & TcpFlags.RST.bits()).isPositive();
        });
    }

    @Test
    void letsConnectionTrackingRememberWhatCameIn() throws Exception {
        InetAddress unknown = Addresses.address("192.0.2.101");
        filter("output", "ct state established accept; meta nfproto ipv4 drop");

        lab.send(MarkedPacket.of(udp(Direction.OUTBOUND, unknown), 1));
        lab.send(MarkedPacket.of(udp(Direction.INBOUND, unknown), 2));
        lab.send(MarkedPacket.of(udp(Direction.OUTBOUND, unknown), 3));

        assertThat(lab.passed()).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void letsConnectionTrackingRememberWhatWentOut() throws Exception {
        InetAddress unknown = Addresses.address("192.0.2.102");
        filter("input", "ct state established accept; meta nfproto ipv4 drop");

        lab.send(MarkedPacket.of(udp(Direction.INBOUND, unknown), 1));
        lab.send(MarkedPacket.of(udp(Direction.OUTBOUND, unknown), 2));
        lab.send(MarkedPacket.of(udp(Direction.INBOUND, unknown), 3));

        assertThat(lab.passed()).containsExactlyInAnyOrder(2, 3);
    }
}
