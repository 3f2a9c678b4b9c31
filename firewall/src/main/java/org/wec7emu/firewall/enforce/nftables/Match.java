package org.wec7emu.firewall.enforce.nftables;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/** What rules look for in a packet to or from one device, in nftables' words. */
final class Match {
    private static final PortRange ALL_PORTS = new PortRange(0, 65535);

    private Match() {}

    /**
     * The expression for one rule; empty text for all packets in the rule's direction. No expression when the rule matches no
     * packet of the device.
     */
    static Optional<String> of(Rule rule, InetAddress device) {
        return concerns(rule, device)
                ? Optional.of(both(hosts(rule.direction(), host(rule).stream().toList()), traffic(rule.traffic())))
                : Optional.empty();
    }

    /** Whether the rule can match a packet of the device, being about its address family and its address. */
    static boolean concerns(Rule rule, InetAddress device) {
        boolean ipv4 = device instanceof Inet4Address;
        boolean otherFamily =
                rule.publicHost().isPresent() && (rule.publicHost().get().base() instanceof Inet4Address) != ipv4;
        boolean otherDevice =
                rule.privateHost().isPresent() && !rule.privateHost().get().contains(device);
        boolean otherProtocol =
                ipv4 ? rule.traffic() instanceof Traffic.Icmpv6 : rule.traffic() instanceof Traffic.Icmp;
        return !otherFamily && !otherDevice && !otherProtocol;
    }

    /** The other end that a rule is about; empty when it is anybody. */
    static Optional<AddressRange> host(Rule rule) {
        return rule.publicHost().filter(range -> !range.isWholeFamily());
    }

    /** The other end is one of {@code ranges}, none of which lies within another; empty text when there are none. */
    static String hosts(Direction direction, List<AddressRange> ranges) {
        if (ranges.isEmpty()) {
            return "";
        }
        String ip = ranges.get(0).base() instanceof Inet4Address ? "ip" : "ip6";
        return ip
                + (direction == Direction.INBOUND ? " saddr " : " daddr ")
                + oneOf(ranges.stream().map(RangeText::of).toList());
    }

    static String traffic(Traffic traffic) {
        if (traffic instanceof Traffic.Tcp tcp) {
            return ports("tcp", List.of(tcp.ports()));
        } else if (traffic instanceof Traffic.Udp udp) {
            return ports("udp", List.of(udp.ports()));
        } else if (traffic instanceof Traffic.Icmp icmp) {
            return message("icmp", icmp.type(), icmp.code());
        } else if (traffic instanceof Traffic.Icmpv6 icmp) {
            return message("icmpv6", icmp.type(), icmp.code());
        } else if (traffic instanceof Traffic.Protocol protocol) {
            return "meta l4proto " + protocol.number();
        }
        return "";
    }

    /** The destination is one of {@code ranges}, which don't overlap. */
    static String ports(String protocol, List<PortRange> ranges) {
        return ranges.contains(ALL_PORTS)
                ? "meta l4proto " + protocol
                : protocol + " dport "
                        + oneOf(ranges.stream().map(PortRange::toString).toList());
    }

    private static String oneOf(List<String> values) {
        return values.size() == 1 ? values.get(0) : values.stream().collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static String message(String protocol, OptionalInt type, OptionalInt code) {
        if (type.isEmpty() && code.isEmpty()) {
            return "meta l4proto " + protocol;
        }
        List<String> parts = new ArrayList<>();
        type.ifPresent(number -> parts.add(protocol + " type " + number));
        code.ifPresent(number -> parts.add(protocol + " code " + number));
        return String.join(" ", parts);
    }

    /** Both must hold; an empty one always does. */
    static String both(String one, String other) {
        return one + (one.isEmpty() || other.isEmpty() ? "" : " ") + other;
    }
}
