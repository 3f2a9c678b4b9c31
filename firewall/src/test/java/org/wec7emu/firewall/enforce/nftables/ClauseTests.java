package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.Packets.address;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/** Rules put together, so that the kernel looks them up in sets. */
class ClauseTests {
    private static final InetAddress DEVICE = address("192.0.2.21");

    private static Rule allow(String name, int first, int last) {
        return Rule.allow(name, new Traffic.Tcp(new PortRange(first, last)));
    }

    private static Rule ftpFrom(String name, String host) {
        return Rule.allow(name, Traffic.tcp(21)).from(AddressRange.parse(host));
    }

    private static List<Clause> clauses(Rule... rules) {
        return Clause.of(List.of(rules), DEVICE);
    }

    @Test
    void takeTheirPortsTogetherInRangesThatDoNotOverlap() {
        assertThat(clauses(allow("a", 443, 443), allow("b", 20, 21), allow("c", 21, 30), allow("d", 31, 31)))
                .containsExactly(new Clause("tcp dport { 20-31, 443 }", Action.ALLOW, "a, b, c, d"));
    }

    @Test
    void knowARangeWithinAnother() {
        assertThat(clauses(allow("a", 1, 100), allow("b", 5, 10), allow("c", 50, 60)))
                .containsExactly(new Clause("tcp dport 1-100", Action.ALLOW, "a, b, c"));
    }

    @Test
    void keepTcpAndUdpApart() {
        assertThat(clauses(allow("a", 21, 21), Rule.allow("b", Traffic.udp(21))))
                .containsExactly(
                        new Clause("tcp dport 21", Action.ALLOW, "a"), new Clause("udp dport 21", Action.ALLOW, "b"));
    }

    @Test
    void takeThePortsOfUdpTogetherToo() {
        assertThat(clauses(
                        Rule.allow("a", Traffic.udp(161)),
                        Rule.allow("b", Traffic.udp(162)),
                        Rule.inbound("c", Action.BLOCK, Traffic.udp(53))))
                .containsExactly(
                        new Clause("udp dport 161-162", Action.ALLOW, "a, b"),
                        new Clause("udp dport 53", Action.BLOCK, "c"));
    }

    @Test
    void keepMessagesAndProtocolsApart() {
        assertThat(clauses(
                        Rule.allow("a", Traffic.Icmp.of(8, 0)),
                        Rule.allow("b", Traffic.Icmp.of(13, 0)),
                        Rule.allow("c", new Traffic.Protocol(50)),
                        Rule.allow("d", Traffic.Icmp.of(8, 0))))
                .containsExactly(
                        new Clause("icmp type 8 icmp code 0", Action.ALLOW, "a, d"),
                        new Clause("icmp type 13 icmp code 0", Action.ALLOW, "b"),
                        new Clause("meta l4proto 50", Action.ALLOW, "c"));
    }

    @Test
    void takeTheHostsOfTheSameTrafficTogetherWithoutThoseWithinOthers() {
        assertThat(clauses(
                        ftpFrom("a", "10.0.0.7"),
                        ftpFrom("b", "192.168.0.0/24"),
                        ftpFrom("c", "192.168.0.9"),
                        ftpFrom("d", "9.0.0.1"),
                        ftpFrom("e", "10.0.0.7/31")))
                .containsExactly(new Clause(
                        "ip saddr { 9.0.0.1, 10.0.0.6/31, 192.168.0.0/24 } tcp dport 21",
                        Action.ALLOW,
                        "a, b, c, d, e"));
    }

    @Test
    void keepRulesForSomebodyFromThoseForAnybody() {
        assertThat(clauses(ftpFrom("a", "10.0.0.7"), allow("b", 21, 21)))
                .containsExactly(
                        new Clause("ip saddr 10.0.0.7 tcp dport 21", Action.ALLOW, "a"),
                        new Clause("tcp dport 21", Action.ALLOW, "b"));
    }

    @Test
    void keepActionsApartInTheirOrder() {
        assertThat(clauses(allow("a", 21, 21), Rule.inbound("b", Action.BLOCK, Traffic.tcp(22))))
                .extracting(Clause::action)
                .containsExactly(Action.ALLOW, Action.BLOCK);
    }

    @Test
    void leaveOutRulesAboutOthers() {
        assertThat(clauses(ftpFrom("a", "fe80::1"))).isEmpty();
    }
}
