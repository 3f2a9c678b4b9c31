package org.wec7emu.firewall.enforce.backlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.StandardProtocolFamily;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementException;

class WholePortsTests {
    private static final AddressRange OFFICE = AddressRange.parse("10.1.0.0/16");

    private final RuleSet rules =
            new RuleSet(Dialect.CXCONFIG, true, List.of(Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any())));

    @Test
    void refusesARuleThatLetsInOnlySome() {
        RuleSet set = rules.with(
                Rule.allow("rule7", new Traffic.Tcp(new PortRange(5000, 5010))).from(OFFICE));

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> WholePorts.check(set))
                .withMessage("rule rule7 (Allow ports 5000 to 5010 from 10.1.0.0/16) makes TCP port 5000 depend on an"
                        + " address, and the enforcement level backlog knows only whole ports: use the level socket,"
                        + " or take the address out of the rule");
    }

    @Test
    void refusesARuleThatMattersOnlyBesideAnOpenPort() {
        RuleSet set = rules.with(Rule.allow("open", new Traffic.Tcp(new PortRange(1, 5000))))
                .with(Rule.allow("some", new Traffic.Protocol(6)).from(OFFICE));

        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> WholePorts.check(set))
                .withMessageContaining("rule some")
                .withMessageContaining("port 5001");
    }

    @Test
    void acceptsARuleAboutSomeForAPortThatIsOpenToAll() {
        RuleSet set = rules.with(Rule.allow("all", Traffic.tcp(21)))
                .with(Rule.allow("some", Traffic.tcp(21)).from(OFFICE));

        assertThatCode(() -> WholePorts.check(set)).doesNotThrowAnyException();
    }

    @Test
    void acceptsARuleAboutSomeThatIsNotForTcp() {
        RuleSet set = rules.with(Rule.allow("some", Traffic.udp(68)).from(OFFICE));

        assertThatCode(() -> WholePorts.check(set)).doesNotThrowAnyException();
    }

    @Test
    void acceptsTheRuleAboutTheDeviceItself() throws Exception {
        RuleSet set = rules.with(Rule.allow("itself", Traffic.any()).from(AddressRange.parse("127.0.0.1")));

        WholePorts.check(set);

        assertThat(WholePorts.passes(set, StandardProtocolFamily.INET, 21)).isFalse();
    }

    @Test
    void refusesARuleAboutOneIpVersionOnASocketThatHasBoth() {
        RuleSet set = rules.with(Rule.allow("v4", Traffic.tcp(21)).from(AddressRange.parse("0.0.0.0/0")));

        assertThatCode(() -> WholePorts.passes(set, StandardProtocolFamily.INET, 21))
                .doesNotThrowAnyException();
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> WholePorts.passes(set, StandardProtocolFamily.INET6, 21))
                .withMessageContaining("rule v4");
    }
}
