package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rule is about all, or some, of what another is about. */
class RuleSpanTests {
    private static final Rule ANY = Rule.allow("any", Traffic.any());
    private static final Rule FTP = Rule.allow("ftp", new Traffic.Tcp(new PortRange(20, 21)));
    private static final Rule CONTROL = Rule.allow("control", Traffic.tcp(21));
    private static final AddressRange CELL = AddressRange.parse("192.168.0.0/24");

    @Test
    void anyTrafficCoversAll() {
        assertThat(ANY.covers(FTP)).isTrue();
        assertThat(FTP.covers(ANY)).isFalse();
        assertThat(FTP.overlaps(ANY)).isTrue();
    }

    @Test
    void aRangeCoversThePortsInIt() {
        assertThat(FTP.covers(CONTROL)).isTrue();
        assertThat(CONTROL.covers(FTP)).isFalse();
        assertThat(CONTROL.overlaps(FTP)).isTrue();
    }

    @Test
    void rangesThatShareAPortOverlap() {
        Rule more = Rule.allow("more", new Traffic.Tcp(new PortRange(21, 25)));

        assertThat(FTP.overlaps(more)).isTrue();
        assertThat(FTP.covers(more)).isFalse();
        assertThat(FTP.overlaps(Rule.allow("mail", Traffic.tcp(25)))).isFalse();
    }

    @Test
    void protocolsAreKeptApart() {
        assertThat(CONTROL.overlaps(Rule.allow("udp", Traffic.udp(21)))).isFalse();
    }

    @Test
    void aProtocolCoversItsPorts() {
        Rule tcp = Rule.allow("tcp", new Traffic.Protocol(6));

        assertThat(tcp.covers(FTP)).isTrue();
        assertThat(Rule.allow("all", new Traffic.Tcp(new PortRange(1, 65_535))).covers(tcp))
                .isTrue();
    }

    @Test
    void icmpCoversItsMessages() {
        Rule icmp = Rule.allow("icmp", new Traffic.Icmp(OptionalInt.empty(), OptionalInt.empty()));
        Rule echo = Rule.allow("echo", Traffic.Icmp.of(8, 0));

        assertThat(icmp.covers(echo)).isTrue();
        assertThat(echo.covers(icmp)).isFalse();
        assertThat(icmp.overlaps(Rule.allow("v6", new Traffic.Icmpv6(OptionalInt.of(8), OptionalInt.empty()))))
                .isFalse();
    }

    @Test
    void aNarrowerHostCoversLess() {
        assertThat(CONTROL.covers(CONTROL.from(CELL))).isTrue();
        assertThat(CONTROL.from(CELL).covers(CONTROL)).isFalse();
        assertThat(CONTROL.from(CELL).overlaps(CONTROL)).isTrue();
        assertThat(CONTROL.from(CELL).covers(CONTROL.from(AddressRange.parse("192.168.0.7"))))
                .isTrue();
        assertThat(CONTROL.from(CELL).overlaps(CONTROL.from(AddressRange.parse("10.0.0.7"))))
                .isFalse();
        assertThat(CONTROL.from(CELL).overlaps(CONTROL.from(AddressRange.parse("fe80::7"))))
                .isFalse();
    }

    @Test
    void theDevicesAddressCountsAsWell() {
        AddressRange other = AddressRange.parse("192.168.0.20");

        assertThat(CONTROL.covers(CONTROL.ofDevice(other))).isTrue();
        assertThat(CONTROL.ofDevice(other).covers(CONTROL)).isFalse();
        assertThat(CONTROL.ofDevice(other).overlaps(CONTROL.ofDevice(AddressRange.parse("192.168.0.21"))))
                .isFalse();
    }

    @Test
    void aWholeFamilyCoversWhateverIsKnownToBeOfIt() {
        Rule ipv4 = CONTROL.ofDevice(AddressRange.parse("0.0.0.0/0"));

        assertThat(ipv4.covers(CONTROL.from(CELL))).isTrue();
        assertThat(ipv4.covers(CONTROL)).isFalse();
        assertThat(ipv4.covers(CONTROL.from(AddressRange.parse("fe80::7")))).isFalse();
        assertThat(ipv4.overlaps(CONTROL.from(AddressRange.parse("fe80::7")))).isFalse();
        assertThat(CONTROL.from(AddressRange.parse("fe80::7")).overlaps(ipv4)).isFalse();
    }

    @Test
    void aRuleAboutAFamilyCoversOneAboutADeviceOfIt() {
        Rule anyIpv4 = ANY.from(AddressRange.parse("0.0.0.0/0"));

        assertThat(anyIpv4.covers(CONTROL.ofDevice(AddressRange.parse("192.168.0.20"))))
                .isTrue();
        assertThat(anyIpv4.covers(CONTROL.ofDevice(AddressRange.parse("fe80::14"))))
                .isFalse();
        assertThat(anyIpv4.covers(CONTROL)).isFalse();
    }

    /** Held against packets: a rule that covers another matches whatever that one matches. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void agreesWithWhatTheRulesMatch(long seed) {
        Random random = new Random(seed);
        int covered = 0;
        for (int i = 0; i < Cases.of(4000); i++) {
            Rule one = rule(random);
            Rule other = rule(random);
            boolean covers = one.covers(other);
            covered += covers ? 1 : 0;
            for (int j = 0; j < 10; j++) {
                Packet packet =
                        Packets.attempt(Packets.address("192.168.0." + random.nextInt(3)), 20 + random.nextInt(3));
                if (other.matches(packet)) {
                    assertThat(!covers || one.matches(packet))
                            .as("%s covers %s", one, other)
                            .isTrue();
                    assertThat(one.overlaps(other) || !one.matches(packet))
                            .as("%s overlaps %s", one, other)
                            .isTrue();
                }
            }
        }
        assertThat(covered).isGreaterThan(Cases.of(300));
    }

    private static Rule rule(Random random) {
        int first = 20 + random.nextInt(3);
        Rule rule = Rule.allow(
                "r",
                switch (random.nextInt(4)) {
                    case 0 -> Traffic.any();
                    case 1 -> new Traffic.Protocol(6);
                    default -> new Traffic.Tcp(new PortRange(first, first + random.nextInt(3)));
                });
        String[] hosts = {"192.168.0.0/31", "192.168.0.1", "192.168.0.0/24", "0.0.0.0/0", "::/0"};
        int from = random.nextInt(hosts.length + 2);
        rule = from < hosts.length ? rule.from(AddressRange.parse(hosts[from])) : rule;
        String[] devices = {"192.168.0.20", "192.168.0.0/16", "0.0.0.0/0", "::/0"};
        int device = random.nextInt(devices.length + 3);
        return device < devices.length ? rule.ofDevice(AddressRange.parse(devices[device])) : rule;
    }

    @Test
    void directionsAreKeptApart() {
        assertThat(ANY.overlaps(Rule.outbound("out", Action.ALLOW, Traffic.any())))
                .isFalse();
    }
}
