package org.wec7emu.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;

/**
 * Packets of all kinds at random, to and from one address of the namespace; between so few ends that many belong to what
 * earlier ones began.
 */
record RandomTraffic(Random random, InetAddress device) {
    static final List<InetAddress> REMOTES = Addresses.addresses("192.0.2.7", "203.0.113.9", "2001:db8::7", "fe80::7");
    static final List<Integer> DEVICE_PORTS = List.of(20, 21, 49_152);
    /** After so many packets new ends appear, as the old ones have all kinds of states by then. */
    private static final int PACKETS_A_PORT = 150;

    private static final List<Integer> ICMP_TYPES = List.of(8, 8, 0, 0, 3, 13);
    private static final List<Integer> ICMPV6_TYPES = List.of(128, 128, 129, 129, 1, 135);
    /** IGMP, GRE, ESP, AH, OSPF. */
    private static final List<Integer> PROTOCOLS = List.of(2, 47, 50, 51, 89);

    /** Of what comes in; of what goes out seldom a SYN, as its answers hide what was let in before. */
    private static final List<TcpFlags> FLAGS = List.of(
            TcpFlags.SYN,
            TcpFlags.SYN,
            TcpFlags.SYN,
            TcpFlags.SYN_ACK,
            TcpFlags.ACK,
            TcpFlags.ACK,
            TcpFlags.ACK,
            TcpFlags.FIN_ACK,
            TcpFlags.RST);

    MarkedPacket next(int mark) {
        Direction direction = any(List.of(Direction.INBOUND, Direction.INBOUND, Direction.OUTBOUND));
        InetAddress remote = any(REMOTES.stream()
                .filter(it -> it instanceof Inet6Address == isVersion6())
                .toList());
        InetSocketAddress remoteEnd = new InetSocketAddress(remote, any(remotePorts(mark)));
        InetSocketAddress deviceEnd = new InetSocketAddress(device, any(DEVICE_PORTS));
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3, 4 -> {
                TcpFlags flags = flags(direction);
                yield new MarkedPacket(flags.segment(direction, remoteEnd, deviceEnd), flags, mark);
            }
            case 5, 6 -> MarkedPacket.of(new Packet.Udp(direction, remoteEnd, deviceEnd), mark);
            case 7, 8 -> MarkedPacket.of(icmp(direction, remote), mark);
            default -> MarkedPacket.of(new Packet.Other(direction, remote, device, any(PROTOCOLS)), mark);
        };
    }

    private static List<Integer> remotePorts(int mark) {
        int newest = 50_000 + mark / PACKETS_A_PORT;
        return List.of(20, newest - 1, newest, newest);
    }

    private TcpFlags flags(Direction direction) {
        TcpFlags flags = any(FLAGS);
        return direction == Direction.OUTBOUND && flags.opens() && random.nextInt(3) != 0 ? TcpFlags.SYN_ACK : flags;
    }

    private Packet.Icmp icmp(Direction direction, InetAddress remote) {
        int type = any(isVersion6() ? ICMPV6_TYPES : ICMP_TYPES);
        Packet.Icmp message = new Packet.Icmp(direction, remote, device, type, random.nextInt(2), 0);
        boolean echo = message.isEchoRequest() || message.isEchoReply();
        return echo ? new Packet.Icmp(direction, remote, device, type, 0, random.nextInt(2)) : message;
    }

    private boolean isVersion6() {
        return device instanceof Inet6Address;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
