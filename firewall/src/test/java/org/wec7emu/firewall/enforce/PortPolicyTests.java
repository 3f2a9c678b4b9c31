package org.wec7emu.firewall.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.Packets.DEVICE;
import static org.wec7emu.firewall.Packets.address;

import java.net.StandardProtocolFamily;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.ShippedFw6Rules;
import org.wec7emu.firewall.Traffic;

class PortPolicyTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());

    private static PortPolicy at(int port, Rule... rules) {
        return PortPolicy.of(new RuleSet(Dialect.CXCONFIG, true, List.of(rules)), port)
                .among(StandardProtocolFamily.INET);
    }

    @Test
    void isOpenToAllWhereARuleAllowsThePort() {
        assertThat(at(21, BLOCK_ALL, Rule.allow("r", new Traffic.Tcp(new PortRange(20, 21)))))
                .isEqualTo(new PortPolicy(List.of(), true));
    }

    @Test
    void isOpenToAllWhereARuleAllowsTheProtocol() {
        assertThat(at(21, BLOCK_ALL, Rule.allow("r", new Traffic.Protocol(6))))
                .isEqualTo(new PortPolicy(List.of(), true));
    }

    @Test
    void isClosedToAllWhereOnlyOtherTrafficIsAllowed() {
        assertThat(at(
                        21,
                        BLOCK_ALL,
                        Rule.allow("a", Traffic.tcp(80)),
                        Rule.allow("b", Traffic.udp(21)),
                        Rule.allow("c", new Traffic.Protocol(17)),
                        Rule.allow("d", Traffic.Icmp.of(8, 0))))
                .isEqualTo(new PortPolicy(List.of(), false));
    }

    @Test
    void isOpenToAllWhenTheFirewallIsOff() {
        RuleSet off = new RuleSet(Dialect.CXCONFIG, false, List.of(BLOCK_ALL));

        assertThat(PortPolicy.of(off, 21)).isEqualTo(new PortPolicy(List.of(), true));
    }

    @Test
    void keepsTheRuleThatMakesADifference() {
        Rule fromOne = Rule.allow("r", Traffic.tcp(21)).from(AddressRange.parse("10.0.0.1"));

        PortPolicy policy = at(21, BLOCK_ALL, fromOne);

        assertThat(policy).isEqualTo(new PortPolicy(List.of(fromOne), false));
        assertThat(policy.passes(address("10.0.0.1"), DEVICE)).isTrue();
        assertThat(policy.passes(address("10.0.0.2"), DEVICE)).isFalse();
    }

    @Test
    void leavesOutRulesThatMakeNone() {
        Rule redundant = Rule.inbound("r", Action.BLOCK, Traffic.any()).from(AddressRange.parse("10.0.0.1"));

        assertThat(at(21, BLOCK_ALL, redundant).isUniform()).isTrue();
    }

    @Test
    void takesARuleAboutAllAddressesForWhatItIs() {
        Rule fromAll = Rule.allow("r", Traffic.tcp(21)).from(AddressRange.parse("0.0.0.0/0"));

        assertThat(at(21, BLOCK_ALL, fromAll)).isEqualTo(new PortPolicy(List.of(), true));
    }

    @Test
    void leavesOutRulesOfTheOtherIpVersion() {
        Rule ipv6 = Rule.allow("r", Traffic.tcp(21)).from(AddressRange.parse("fe80::/10"));

        assertThat(at(21, BLOCK_ALL, ipv6).isUniform()).isTrue();
    }

    @Test
    void isClosedToTheBlockedSubnetAndOpenToOthersByTheFw6Trap() {
        Rule ftp = Rule.allow("ftp", Traffic.tcp(21));

        PortPolicy policy = PortPolicy.of(ShippedFw6Rules.SET.with(ftp), 21);

        assertThat(policy.passes(address("192.168.0.7"), DEVICE)).isFalse();
        assertThat(policy.passes(address("10.0.0.1"), DEVICE)).isTrue();
    }

    @Test
    void isClosedToAllInTheFw6DialectWithoutARuleThatAllows() {
        assertThat(PortPolicy.of(ShippedFw6Rules.SET, 21).among(StandardProtocolFamily.INET))
                .isEqualTo(new PortPolicy(List.of(), false));
    }
}
