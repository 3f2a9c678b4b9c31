package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.Packets.CLIENT;
import static org.wec7emu.firewall.Packets.DEVICE;
import static org.wec7emu.firewall.Packets.address;
import static org.wec7emu.firewall.Packets.attempt;
import static org.wec7emu.firewall.Packets.icmp;
import static org.wec7emu.firewall.Packets.tcp;
import static org.wec7emu.firewall.Packets.udp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Microsoft's dialect, and the rules that Microsoft ships (Microsoft ee494291, ms881678). */
class Fw6Tests {
    private static final InetAddress STRANGER = address("10.1.2.3");
    private static final InetAddress ROUTER = address("fe80::1");
    private static final InetAddress DEVICE6 = address("fe80::20");

    private static PacketFilter filter(RuleSet rules) {
        return new PacketFilter(rules, () -> Instant.EPOCH);
    }

    private static Verdict decide(Packet packet, Rule... rules) {
        return filter(new RuleSet(Dialect.FW6, true, List.of(rules))).decide(packet);
    }

    @Nested
    class Precedence {
        private final Rule allowIn = Rule.allow("a", Traffic.tcp(21));
        private final Rule blockIn = Rule.inbound("b", Action.BLOCK, Traffic.tcp(21));
        private final Rule allowOut = Rule.outbound("c", Action.ALLOW, Traffic.tcp(21));
        private final Rule blockOut = Rule.outbound("d", Action.BLOCK, Traffic.any());
        private final Packet out = tcp(Direction.OUTBOUND, CLIENT, 21, 50_000, true);

        @Test
        void inboundBlockBeatsAllowWhateverTheOrder() {
            assertThat(decide(attempt(21), allowIn, blockIn).passes()).isFalse();
            assertThat(decide(attempt(21), blockIn, allowIn).passes()).isFalse();
            assertThat(decide(attempt(21), allowIn).passes()).isTrue();
        }

        @Test
        void outboundAllowBeatsBlockWhateverTheOrder() {
            assertThat(decide(out, allowOut, blockOut).passes()).isTrue();
            assertThat(decide(out, blockOut, allowOut).passes()).isTrue();
            assertThat(decide(out, blockOut).passes()).isFalse();
        }

        @Test
        void withoutARuleWhatComesInIsDroppedAndWhatGoesOutPasses() {
            assertThat(decide(attempt(21)).sentence())
                    .isEqualTo("dropped: no rule blocks or allows it, and then what comes in is dropped and what goes"
                            + " out passes");
            assertThat(decide(out)).isEqualTo(new Verdict.Pass(new Cause.NoRule(Dialect.FW6)));
        }

        @Test
        void aBlockSaysThatNoAllowHelps() {
            assertThat(decide(attempt(21), allowIn, blockIn).sentence())
                    .isEqualTo("dropped: rule b: Block TCP port 21 from anywhere on the public network;"
                            + " a block beats whatever is allowed");
        }

        @Test
        void aBlockOfEverythingIsNotBlamedOnAMissingAllow() {
            Rule blockAll = Rule.inbound("all", Action.BLOCK, Traffic.any());

            assertThat(decide(attempt(21), allowIn, blockAll).sentence())
                    .isEqualTo("dropped: rule all: Block everything from anywhere on the public network;"
                            + " a block beats whatever is allowed");
        }

        @Test
        void anOutboundBlockOfEverythingSaysThatNothingAllowsIt() {
            assertThat(decide(out, blockOut).sentence()).isEqualTo("dropped: no rule allows it, so rule d blocks it");
        }

        @Test
        void whatTheDeviceSaysToItselfIsNeverFiltered() {
            assertThat(decide(new Packet.ToItself(DEVICE, 6), blockIn))
                    .isEqualTo(new Verdict.Pass(new Cause.LocalTraffic()));
        }
    }

    @Nested
    class TheShippedRules {
        private final PacketFilter shipped = filter(ShippedFw6Rules.SET);

        private boolean passes(Packet packet) {
            return shipped.decide(packet).passes();
        }

        @ParameterizedTest
        @CsvSource({"192.168.0.1", "192.168.0.7", "192.168.0.254"})
        void blockAWholeCommonSubnetWhateverIsAllowed(String client) {
            PacketFilter withFtp = filter(ShippedFw6Rules.SET.with(Rule.allow("ftp", Traffic.tcp(21))));

            assertThat(withFtp.decide(attempt(address(client), 21)).sentence())
                    .isEqualTo("dropped: rule SourcePrivate: Block any port for IP 192.168.0.1/24 in IPv4;"
                            + " a block beats whatever is allowed");
            assertThat(withFtp.decide(attempt(STRANGER, 21)).passes()).isTrue();
            assertThat(withFtp.decide(attempt(address("192.168.1.7"), 21)).passes())
                    .isTrue();
        }

        @Test
        void doNotOpenFtp() {
            assertThat(passes(attempt(STRANGER, 21))).isFalse();
        }

        @Test
        void openTheAnswerOfADhcpServer() {
            assertThat(passes(new Packet.Udp(
                            Direction.INBOUND, new InetSocketAddress(STRANGER, 67), new InetSocketAddress(DEVICE, 68))))
                    .isTrue();
            assertThat(passes(udp(Direction.INBOUND, 67, 68)))
                    .as("from 192.168.0.7")
                    .isFalse();
        }

        @Test
        void letTheDevicePingAndHearTheAnswer() {
            assertThat(passes(icmp(Direction.OUTBOUND, 8, 0))).isTrue();
            assertThat(passes(icmp(Direction.INBOUND, 0, 0))).isTrue();
        }

        @Test
        void letItAnswerNoPing() {
            assertThat(passes(new Packet.Icmp(Direction.INBOUND, STRANGER, DEVICE, 8, 0, 1)))
                    .isFalse();
            assertThat(passes(icmp(Direction.OUTBOUND, 0, 0))).isFalse();
        }

        @Test
        void letInIpv6InsideOfIpv4() {
            assertThat(passes(new Packet.Other(Direction.INBOUND, STRANGER, DEVICE, 41)))
                    .isTrue();
            assertThat(passes(new Packet.Other(Direction.INBOUND, STRANGER, DEVICE, 50)))
                    .isFalse();
        }

        @ParameterizedTest
        @CsvSource({"134, true", "135, true", "136, true", "128, false"})
        void letInWhatNeighboursInIpv6Need(int type, boolean passes) {
            assertThat(passes(new Packet.Icmp(Direction.INBOUND, ROUTER, DEVICE6, type, 0, 0)))
                    .isEqualTo(passes);
        }

        @Test
        void letTheDeviceConnectAnywhere() {
            assertThat(passes(tcp(Direction.OUTBOUND, CLIENT, 21, 50_000, true)))
                    .isTrue();
        }
    }

    @Nested
    class RulesAboutOneAddressFamily {
        private final Rule ipv4 = Rule.allow("r", Traffic.tcp(21)).ofDevice(AddressRange.parse("0.0.0.0/0"));

        @Test
        void areNotAboutTheOther() {
            assertThat(decide(attempt(21), ipv4).passes()).isTrue();
            assertThat(decide(
                                    new Packet.Tcp(
                                            Direction.INBOUND,
                                            new InetSocketAddress(ROUTER, 50_000),
                                            new InetSocketAddress(DEVICE6, 21),
                                            true),
                                    ipv4)
                            .passes())
                    .isFalse();
        }
    }

    @Nested
    class Icmpv6 {
        private final Packet echo6 = new Packet.Icmp(Direction.INBOUND, ROUTER, DEVICE6, 128, 0, 7);

        @Test
        void isProtocol58() {
            assertThat(decide(echo6, Rule.allow("r", new Traffic.Protocol(58))).passes())
                    .isTrue();
            assertThat(decide(echo6, Rule.allow("r", new Traffic.Protocol(1))).passes())
                    .isFalse();
        }

        @Test
        void isNotIcmp() {
            OptionalInt any = OptionalInt.empty();
            assertThat(decide(echo6, Rule.allow("r", new Traffic.Icmp(any, any)))
                            .passes())
                    .isFalse();
            assertThat(decide(icmp(Direction.INBOUND, 8, 0), Rule.allow("r", new Traffic.Icmpv6(any, any)))
                            .passes())
                    .isFalse();
        }

        @Test
        void hasEchoRepliesOfItsOwnThatPass() {
            PacketFilter filter = filter(new RuleSet(Dialect.FW6, true, List.of()));
            filter.decide(new Packet.Icmp(Direction.OUTBOUND, ROUTER, DEVICE6, 128, 0, 7));

            assertThat(filter.decide(new Packet.Icmp(Direction.INBOUND, ROUTER, DEVICE6, 129, 0, 7))
                            .passes())
                    .isTrue();
            assertThat(filter.decide(echo6).passes()).isFalse();
        }
    }

    @Nested
    class DocumentedExamples {
        @Test
        void allowMailOut() {
            Rule mail = Rule.outbound("mail", Action.ALLOW, Traffic.tcp(25)).ofDevice(AddressRange.of(DEVICE));
            Rule rest = Rule.outbound("rest", Action.BLOCK, Traffic.any());

            assertThat(decide(tcp(Direction.OUTBOUND, STRANGER, 25, 50_000, true), mail, rest)
                            .passes())
                    .isTrue();
            assertThat(decide(tcp(Direction.OUTBOUND, STRANGER, 80, 50_000, true), mail, rest)
                            .passes())
                    .isFalse();
        }

        @Test
        void blockOutFromOneHost() {
            Rule block = Rule.outbound("b", Action.BLOCK, Traffic.any()).ofDevice(AddressRange.of(DEVICE));

            assertThat(decide(udp(Direction.OUTBOUND, 53, 50_000), block).passes())
                    .isFalse();
        }
    }
}
