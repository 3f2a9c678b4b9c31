package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.wec7emu.firewall.Packets.address;

import java.net.InetAddress;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/** A rule's conditions in nftables' words. */
class MatchTests {
    private static final InetAddress IPV4 = address("192.0.2.21");
    private static final InetAddress IPV6 = address("2001:db8::21");

    private static Rule allow(Traffic traffic) {
        return Rule.allow("rule1", traffic);
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(allow(Traffic.any()), ""),
                arguments(allow(Traffic.tcp(21)), "tcp dport 21"),
                arguments(allow(new Traffic.Tcp(new PortRange(20, 21))), "tcp dport 20-21"),
                arguments(allow(new Traffic.Tcp(new PortRange(0, 65535))), "meta l4proto tcp"),
                arguments(allow(Traffic.udp(68)), "udp dport 68"),
                arguments(allow(Traffic.Icmp.of(8, 0)), "icmp type 8 icmp code 0"),
                arguments(allow(new Traffic.Icmp(OptionalInt.of(3), OptionalInt.empty())), "icmp type 3"),
                arguments(allow(new Traffic.Icmp(OptionalInt.empty(), OptionalInt.of(1))), "icmp code 1"),
                arguments(allow(new Traffic.Icmp(OptionalInt.empty(), OptionalInt.empty())), "meta l4proto icmp"),
                arguments(allow(new Traffic.Protocol(50)), "meta l4proto 50"),
                arguments(allow(Traffic.tcp(21)).from(range("10.1.2.3")), "ip saddr 10.1.2.3 tcp dport 21"),
                arguments(allow(Traffic.any()).from(range("10.1.2.3/13")), "ip saddr 10.0.0.0/13"),
                arguments(allow(Traffic.any()).from(range("10.255.2.3/13")), "ip saddr 10.248.0.0/13"),
                arguments(allow(Traffic.any()).from(range("0.0.0.0/0")), ""),
                arguments(allow(Traffic.any()).ofDevice(range("192.0.2.0/24")), ""),
                arguments(
                        Rule.outbound("out", Action.BLOCK, Traffic.tcp(25)).to(range("10.0.0.7")),
                        "ip daddr 10.0.0.7 tcp dport 25"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void saysWhatARuleLooksFor(Rule rule, String match) {
        assertThat(Match.of(rule, IPV4)).contains(match);
    }

    @Test
    void saysItInIpv6() {
        Traffic echo = new Traffic.Icmpv6(OptionalInt.of(128), OptionalInt.of(0));

        assertThat(Match.of(allow(echo).from(range("fe80::1:2/77")), IPV6))
                .contains("ip6 saddr fe80::/77 icmpv6 type 128 icmpv6 code 0");
    }

    static Stream<Rule> rulesAboutOthers() {
        return Stream.of(
                allow(new Traffic.Icmpv6(OptionalInt.of(128), OptionalInt.empty())),
                allow(Traffic.tcp(21)).from(range("fe80::/10")),
                allow(Traffic.tcp(21)).ofDevice(range("::/0")),
                allow(Traffic.tcp(21)).ofDevice(range("192.0.2.22")));
    }

    @ParameterizedTest
    @MethodSource("rulesAboutOthers")
    void leavesOutRulesThatMatchNoPacketOfTheDevice(Rule rule) {
        assertThat(Match.of(rule, IPV4)).isEmpty();
    }

    @Test
    void leavesOutIcmpOnADeviceOfIpv6() {
        assertThat(Match.of(allow(Traffic.Icmp.of(8, 0)), IPV6)).isEmpty();
    }
}
