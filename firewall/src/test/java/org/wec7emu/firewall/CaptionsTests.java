package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void ofOutboundIcmp() {
        assertThat(Rule.outbound("r", Action.BLOCK, new Traffic.Icmp(OptionalInt.empty(), OptionalInt.empty()))
                        .caption())
                .isEqualTo("Block ICMP to anywhere on the public network");
    }

    @Test
    void ofIcmpv6() {
        assertThat(Rule.allow("r", new Traffic.Icmpv6(OptionalInt.of(134), OptionalInt.empty()))
                        .from(AddressRange.parse("fe80::/10"))
                        .caption())
                .isEqualTo("Allow ICMPv6 type 134 from fe80:0:0:0:0:0:0:0/10");
    }

    @Test
    void ofAnIcmpCodeAlone() {
        assertThat(Rule.allow("r", new Traffic.Icmp(OptionalInt.empty(), OptionalInt.of(1)))
                        .caption())
                .isEqualTo("Allow ICMP code 1");
    }

    @ParameterizedTest
    @CsvSource({"50, ESP", "51, AH", "41, IP protocol 41"})
    void ofAnotherProtocol(int number, String name) {
        assertThat(Rule.allow("r", new Traffic.Protocol(number)).caption())
                .isEqualTo("Allow " + name + " from anywhere on the public network");
    }

    @Test
    void ofEverythingToAHost() {
        assertThat(Rule.outbound("r", Action.BLOCK, Traffic.any())
                        .to(AddressRange.parse("10.0.0.1"))
                        .caption())
                .isEqualTo("Block everything to 10.0.0.1");
    }

    @Test
    void ofARuleThatLogs() {
        assertThat(Rule.inbound("r", Action.LOG, Traffic.any()).caption())
                .isEqualTo("Log everything from anywhere on the public network");
    }

    @Test
    void ofAnAddressOfTheDevice() {
        assertThat(Rule.allow("r", Traffic.tcp(21))
                        .ofDevice(AddressRange.parse("192.168.0.20"))
                        .caption())
                .isEqualTo("Allow TCP port 21 from anywhere on the public network, device address 192.168.0.20");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0/0, IPv4", "::/0, IPv6"})
    void ofAnAddressFamily(String range, String family) {
        assertThat(Rule.allow("r", Traffic.tcp(21))
                        .ofDevice(AddressRange.parse(range))
                        .caption())
                .isEqualTo("Allow TCP port 21 from anywhere on the public network in " + family);
    }

    @Test
    void ofHours() {
        assertThat(Rule.allow("r", Traffic.tcp(21))
                        .during(TimeCondition.daily(new HourRange(17, 9)))
                        .caption())
                .isEqualTo("Allow TCP port 21 from anywhere on the public network, 17:00 to 9:00");
    }

    @Test
    void ofDays() {
        TimeCondition days = new TimeCondition(
                Optional.empty(),
                Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                OptionalInt.of(1),
                Optional.of(Month.MAY));

        assertThat(Rule.allow("r", Traffic.Icmp.of(8, 0)).during(days).caption())
                .isEqualTo("Allow ICMP type 8, code 0, on Monday and Sunday, on day 1 in May");
    }
}
