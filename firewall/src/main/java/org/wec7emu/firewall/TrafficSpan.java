package org.wec7emu.firewall;

import java.util.OptionalInt;

/**
 * Traffic as what it spans, so that one kind can be held against another: protocols, and in each what its header says first
 * (destination ports or types) and second (codes).
 */
record TrafficSpan(PortRange protocols, PortRange first, PortRange second) {
    private static final PortRange ALL = new PortRange(0, 65_535);
    /** No packet goes to port 0, so these are all ports as well. */
    private static final PortRange ALL_PORTS = new PortRange(1, 65_535);

    static TrafficSpan of(Traffic traffic) {
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

    boolean covers(TrafficSpan other) {
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
