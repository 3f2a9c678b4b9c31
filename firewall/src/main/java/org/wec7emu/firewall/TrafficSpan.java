package org.wec7emu.firewall;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Traffic as what it spans, so that one kind can be held against another.
 *
 * @param protocols by their numbers in the IP header; several only where all of each are meant
 * @param first destination ports of TCP and UDP, types of ICMP and ICMPv6; else all numbers
 * @param second codes of ICMP and ICMPv6; else all numbers
 */
public record TrafficSpan(PortRange protocols, PortRange first, PortRange second) {
    /** Whatever its header says. */
    static final PortRange ALL = new PortRange(0, 65_535);

    /** No packet goes to port 0, so these are all ports as well. */
    private static final PortRange ALL_PORTS = new PortRange(1, 65_535);

    private static final PortRange ALL_OCTETS = new PortRange(0, 255);

    /** What a rule about such traffic is about. */
    public static TrafficSpan of(Traffic traffic) {
        if (traffic instanceof Traffic.Tcp tcp) {
            return new TrafficSpan(PortRange.of(6), ports(tcp.ports()), ALL);
        } else if (traffic instanceof Traffic.Udp udp) {
            return new TrafficSpan(PortRange.of(17), ports(udp.ports()), ALL);
        } else if (traffic instanceof Traffic.Icmp icmp) {
            return new TrafficSpan(PortRange.of(1), octet(icmp.type()), octet(icmp.code()));
        } else if (traffic instanceof Traffic.Icmpv6 icmp) {
            return new TrafficSpan(PortRange.of(58), octet(icmp.type()), octet(icmp.code()));
        } else if (traffic instanceof Traffic.Protocol protocol) {
            return new TrafficSpan(PortRange.of(protocol.number()), ALL, ALL);
        }
        return new TrafficSpan(ALL, ALL, ALL);
    }

    /** Whether a packet is of this kind; one whose ports or type aren't known is of none that names some. */
    public boolean contains(Packet packet) {
        if (packet instanceof Packet.Tcp tcp) {
            return contains(packet, tcp.destinationPort(), 0);
        } else if (packet instanceof Packet.Udp udp) {
            return contains(packet, udp.destinationPort(), 0);
        } else if (packet instanceof Packet.Icmp icmp) {
            return contains(packet, icmp.type(), icmp.code());
        }
        return protocols.contains(packet.protocol()) && first.equals(ALL) && second.equals(ALL);
    }

    private boolean contains(Packet packet, int one, int two) {
        return protocols.contains(packet.protocol()) && first.contains(one) && second.contains(two);
    }

    /** This and what follows it as one; empty when that isn't next to it in just one way. */
    Optional<TrafficSpan> joined(TrafficSpan next) {
        if (protocols.equals(next.protocols) && first.equals(next.first)) {
            return joined(second, next.second).map(range -> new TrafficSpan(protocols, first, range));
        } else if (protocols.equals(next.protocols) && second.equals(next.second)) {
            return joined(first, next.first).map(range -> new TrafficSpan(protocols, range, second));
        }
        boolean whole = first.equals(ALL) && next.first.equals(ALL);
        return whole
                ? joined(protocols, next.protocols).map(range -> new TrafficSpan(range, ALL, ALL))
                : Optional.empty();
    }

    private static Optional<PortRange> joined(PortRange one, PortRange next) {
        return one.last() + 1 == next.first() ? Optional.of(new PortRange(one.first(), next.last())) : Optional.empty();
    }

    /** Those of two that it is about: ICMP is of IPv4, ICMPv6 of IPv6, all else of both. */
    <T> List<T> families(T ipv4, T ipv6) {
        return switch (protocols.first()) {
            case 1 -> List.of(ipv4);
            case 58 -> List.of(ipv6);
            default -> List.of(ipv4, ipv6);
        };
    }

    /** The name of its protocol, as in "TCP" or "ICMPv6"; "IP protocol" or "IP protocols" of those without. */
    public String protocolName() {
        if (!protocols.isSinglePort()) {
            return "IP protocols";
        }
        return switch (protocols.first()) {
            case 6 -> "TCP";
            case 17 -> "UDP";
            case 1 -> "ICMP";
            case 58 -> "ICMPv6";
            default -> "IP protocol";
        };
    }

    /** As in "49152-65535" of TCP, "type 8, code 0" of ICMP, "50-51" of other protocols; empty for all of one. */
    public String numbers() {
        return switch (protocols.isSinglePort() ? protocols.first() : ALL.last()) {
            case 6, 17 -> covers(first, ALL_PORTS) ? "" : first.toString();
            case 1, 58 -> message();
            default -> protocols.toString();
        };
    }

    private String message() {
        boolean anyType = covers(first, ALL_OCTETS);
        boolean anyCode = covers(second, ALL_OCTETS);
        String type = anyType ? "" : "type " + first;
        String code = anyCode ? "" : "code " + second;
        return type + (anyType || anyCode ? "" : ", ") + code;
    }

    /** Whether it is about all that another is about. */
    public boolean covers(TrafficSpan other) {
        return covers(protocols, other.protocols) && covers(first, other.first) && covers(second, other.second);
    }

    boolean overlaps(TrafficSpan other) {
        return overlap(protocols, other.protocols) && overlap(first, other.first) && overlap(second, other.second);
    }

    private static boolean covers(PortRange wide, PortRange narrow) {
        return wide.first() <= narrow.first() && narrow.last() <= wide.last();
    }

    private static boolean overlap(PortRange one, PortRange other) {
        return one.first() <= other.last() && other.first() <= one.last();
    }

    private static PortRange ports(PortRange ports) {
        return covers(ports, ALL_PORTS) ? ALL : ports;
    }

    private static PortRange octet(OptionalInt number) {
        return number.isPresent() ? PortRange.of(number.getAsInt()) : ALL;
    }
}
