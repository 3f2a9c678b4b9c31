package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The texts that the device's configuration tool shows, and ours for rules it has none for. */
class CaptionsTests {
    @Test
    void ofOneTcpPort() {
        assertThat(Rule.allow("r", Traffic.tcp(443)).caption())
                .isEqualTo("Allow TCP port 443 from anywhere on the public network");
    }

    @Test
    void ofOneUdpPort() {
        assertThat(Rule.allow("r", Traffic.udp(48899)).caption())
                .isEqualTo("Allow UDP port 48899 from anywhere on the public network");
    }

    @Test
    void ofARangeOfPorts() {
        assertThat(Rule.allow("r", new Traffic.Tcp(new PortRange(20, 21))).caption())
                .isEqualTo("Allow ports 20 to 21 from anywhere on the public network");
    }

    @Test
    void ofEchoRequests() {
        assertThat(Rule.allow("r", Traffic.Icmp.of(8, 0)).caption()).isEqualTo("Allow ICMP type 8, code 0");
    }

    @Test
    void ofAllIcmp() {
        assertThat(Rule.allow("r", new Traffic.Icmp(OptionalInt.empty(), OptionalInt.empty()))
                        .caption())
                .isEqualTo("Allow ICMP");
    }

    @Test
    void ofTheDeviceItself() {
        assertThat(Rule.allow("r", Traffic.any())
                        .from(AddressRange.parse("127.0.0.1"))
                        .caption())
                .isEqualTo("Allow any port for IP 127.0.0.1");
    }

    @Test
    void ofABlockedHost() {
        assertThat(Rule.inbound("r", Action.BLOCK, Traffic.tcp(21))
                        .from(AddressRange.parse("192.168.0.0/24"))
                        .caption())
                .isEqualTo("Block TCP port 21 from 192.168.0.0/24");
    }

    @Test
    void ofTheRuleThatBlocksAll() {
        assertThat(Rule.inbound("r", Action.BLOCK, Traffic.any()).caption())
                .isEqualTo("Block everything from anywhere on the public network");
    }

    @Test
    void ofADisabledRule() {
        assertThat(Rule.allow("r", Traffic.tcp(23)).disabled().caption())
                .isEqualTo("Allow TCP port 23 from anywhere on the public network (disabled)");
    }

    @Test
    void ofAnOutboundRule() {
        Rule mail = new Rule(
                "r", Action.ALLOW, Direction.OUTBOUND, Traffic.tcp(25), Optional.empty(), Optional.empty(), true);

        assertThat(mail.caption()).isEqualTo("Allow TCP port 25 to anywhere on the public network");
    }
}
