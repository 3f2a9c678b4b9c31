package org.wec7emu.firewall;

import java.util.List;
import java.util.OptionalInt;

/**
 * The rules that Microsoft ships with the firewall. Source: Microsoft ee494291 and ms881678; of the ICMPv6 rules the page's
 * text names the router advertisement and the neighbours, and their link-local source is taken for all three.
 */
public final class ShippedFw6Rules {
    private static final AddressRange IPV4 = AddressRange.parse("0.0.0.0/0");
    private static final AddressRange IPV6 = AddressRange.parse("::/0");
    private static final AddressRange LINK_LOCAL = AddressRange.parse("fe80::/10");

    public static final RuleSet SET = new RuleSet(
            Dialect.FW6,
            true,
            List.of(
                    blockFrom("SourcePrivate", "192.168.0.1/255.255.255.0"),
                    blockFrom("SourceBroadcast", "255.255.255.255"),
                    blockFrom("SourceLoopback", "127.0.0.1"),
                    Rule.allow("DHCPUnicastResponse", Traffic.udp(68)).ofDevice(IPV4),
                    Rule.outbound(
                                    "BlockOutboundICMP",
                                    Action.BLOCK,
                                    new Traffic.Icmp(OptionalInt.empty(), OptionalInt.empty()))
                            .ofDevice(IPV4),
                    Rule.outbound(
                                    "AllowICMP_ECHO_REQUEST",
                                    Action.ALLOW,
                                    new Traffic.Icmp(OptionalInt.of(8), OptionalInt.empty()))
                            .ofDevice(IPV4),
                    Rule.allow("6to4", new Traffic.Protocol(41)).ofDevice(IPV4),
                    neighbour("RouterAdvertisementLink", 134),
                    neighbour("NeighborSolicitation", 135),
                    neighbour("NeighborAdvertisement", 136)));

    private ShippedFw6Rules() {}

    private static Rule blockFrom(String name, String range) {
        return Rule.inbound(name, Action.BLOCK, Traffic.any())
                .from(AddressRange.parse(range))
                .ofDevice(IPV4);
    }

    private static Rule neighbour(String name, int type) {
        return Rule.allow(name, new Traffic.Icmpv6(OptionalInt.of(type), OptionalInt.empty()))
                .from(LINK_LOCAL)
                .ofDevice(IPV6);
    }
}
