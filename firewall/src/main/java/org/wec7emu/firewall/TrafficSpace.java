package org.wec7emu.firewall;

import java.util.List;
import java.util.OptionalInt;

/**
 * All kinds of packets on one line of numbers, laid out so that what a rule is about is one stretch of it, or two: TCP by
 * port, UDP by port, ICMP and ICMPv6 by type and then code, the same by code and then type (for a rule about a code of any
 * type), and whatever else by protocol.
 */
final class TrafficSpace {
    private static final int OCTETS = 256;
    private static final int PORTS = 65_536;
    private static final int TCP = 0;
    private static final int UDP = TCP + PORTS;
    private static final int ICMP = UDP + PORTS;
    private static final int ICMP_BY_CODE = ICMP + OCTETS * OCTETS;
    private static final int ICMPV6 = ICMP_BY_CODE + OCTETS * OCTETS;
    private static final int ICMPV6_BY_CODE = ICMPV6 + OCTETS * OCTETS;
    private static final int OTHER = ICMPV6_BY_CODE + OCTETS * OCTETS;

    /** Behind the last number. */
    static final int END = OTHER + OCTETS;

    /** @param end behind its last number */
    record Stretch(int start, int end) {
        private static Stretch of(int start, int length) {
            return new Stretch(start, start + length);
        }
    }

    private TrafficSpace() {}

    /** What a rule about such traffic is about. */
    static List<Stretch> stretches(Traffic traffic) {
        if (traffic instanceof Traffic.Tcp tcp) {
            return List.of(ports(TCP, tcp.ports()));
        } else if (traffic instanceof Traffic.Udp udp) {
            return List.of(ports(UDP, udp.ports()));
        } else if (traffic instanceof Traffic.Icmp icmp) {
            return List.of(messages(ICMP, ICMP_BY_CODE, icmp.type(), icmp.code()));
        } else if (traffic instanceof Traffic.Icmpv6 icmp) {
            return List.of(messages(ICMPV6, ICMPV6_BY_CODE, icmp.type(), icmp.code()));
        } else if (traffic instanceof Traffic.Protocol protocol) {
            return protocol(protocol.number());
        }
        return List.of(new Stretch(0, END));
    }

    /** Where a packet stands; one of ICMP stands at {@link #placeByCode} as well. */
    static int place(Packet packet) {
        if (packet instanceof Packet.Tcp tcp) {
            return TCP + tcp.destinationPort();
        } else if (packet instanceof Packet.Udp udp) {
            return UDP + udp.destinationPort();
        } else if (packet instanceof Packet.Icmp icmp) {
            return (icmp.isVersion6() ? ICMPV6 : ICMP) + icmp.type() * OCTETS + icmp.code();
        }
        return OTHER + packet.protocol();
    }

    static int placeByCode(Packet.Icmp icmp) {
        return (icmp.isVersion6() ? ICMPV6_BY_CODE : ICMP_BY_CODE) + icmp.code() * OCTETS + icmp.type();
    }

    private static Stretch ports(int start, PortRange ports) {
        return new Stretch(start + ports.first(), start + ports.last() + 1);
    }

    private static Stretch messages(int byType, int byCode, OptionalInt type, OptionalInt code) {
        if (type.isEmpty()) {
            return code.isEmpty()
                    ? Stretch.of(byType, OCTETS * OCTETS)
                    : Stretch.of(byCode + code.getAsInt() * OCTETS, OCTETS);
        }
        int start = byType + type.getAsInt() * OCTETS;
        return code.isEmpty() ? Stretch.of(start, OCTETS) : Stretch.of(start + code.getAsInt(), 1);
    }

    /** A packet may be of TCP, UDP or ICMP without its ports or its type being known. */
    private static List<Stretch> protocol(int number) {
        Stretch unknown = Stretch.of(OTHER + number, 1);
        return switch (number) {
            case 6 -> List.of(Stretch.of(TCP, PORTS), unknown);
            case 17 -> List.of(Stretch.of(UDP, PORTS), unknown);
            case 1 -> List.of(Stretch.of(ICMP, OCTETS * OCTETS), unknown);
            case 58 -> List.of(Stretch.of(ICMPV6, OCTETS * OCTETS), unknown);
            default -> List.of(unknown);
        };
    }
}
