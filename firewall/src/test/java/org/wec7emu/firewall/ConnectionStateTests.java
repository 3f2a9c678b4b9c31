package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.Packets.CLIENT;
import static org.wec7emu.firewall.Packets.address;
import static org.wec7emu.firewall.Packets.attempt;
import static org.wec7emu.firewall.Packets.icmp;
import static org.wec7emu.firewall.Packets.tcp;
import static org.wec7emu.firewall.Packets.udp;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the reference remembers of connections, for how long, and how much of it. */
class ConnectionStateTests {
    private static final Rule BLOCK_ALL = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private static final Rule ADS = Rule.allow("rule6", Traffic.tcp(48898));

    private final RuleSet rules = new RuleSet(Dialect.CXCONFIG, true, List.of(BLOCK_ALL, ADS));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    private PacketFilter filter(RuleSet set) {
        return new PacketFilter(set, () -> now);
    }

    private void passTime(Duration time) {
        now = now.plus(time);
    }

    @Nested
    class ConnectionsThatTheDeviceBegan {
        private final PacketFilter filter = filter(rules);

        @Test
        void areForgottenAMinuteAfterASynThatNobodyAnswered() {
            filter.decide(tcp(Direction.OUTBOUND, CLIENT, 50_001, 20, true));
            passTime(Duration.ofSeconds(60).minusMillis(1));
            assertThat(filter.states()).isEqualTo(1);

            passTime(Duration.ofMillis(1));

            assertThat(filter.states()).isZero();
            assertThat(filter.decide(tcp(Direction.INBOUND, CLIENT, 50_001, 20, false))
                            .passes())
                    .isFalse();
        }

        @Test
        void areForgottenAfterADayOfSilenceOnceEstablished() {
            filter.decide(tcp(Direction.OUTBOUND, CLIENT, 50_001, 20, true));
            Packet answer = tcp(Direction.INBOUND, CLIENT, 50_001, 20, false);
            filter.decide(answer);

            passTime(Duration.ofSeconds(86_399));
            assertThat(filter.decide(answer).passes()).isTrue();

            passTime(Duration.ofSeconds(86_400));
            assertThat(filter.decide(answer).passes()).isFalse();
        }

        @Test
        void areAMinuteOldAtMostInUdp() {
            filter.decide(udp(Direction.OUTBOUND, 123, 50_000));
            passTime(Duration.ofSeconds(59));
            assertThat(filter.decide(udp(Direction.INBOUND, 123, 50_000)).passes())
                    .isTrue();

            passTime(Duration.ofSeconds(60));

            assertThat(filter.decide(udp(Direction.INBOUND, 123, 50_000)).passes())
                    .isFalse();
        }

        @Test
        void areHalfAMinuteOldAtMostInIcmp() {
            filter.decide(icmp(Direction.OUTBOUND, 8, 0));
            passTime(Duration.ofSeconds(29));
            assertThat(filter.decide(icmp(Direction.INBOUND, 0, 0)).passes()).isTrue();

            passTime(Duration.ofSeconds(30));

            assertThat(filter.decide(icmp(Direction.INBOUND, 0, 0)).passes()).isFalse();
        }

        @Test
        void doNotLetTheOtherEndBeginOne() {
            filter.decide(tcp(Direction.OUTBOUND, CLIENT, 50_001, 20, true));

            assertThat(filter.decide(tcp(Direction.INBOUND, CLIENT, 50_001, 20, true))
                            .passes())
                    .isFalse();
        }

        @Test
        void doNotLetInAnotherPortOfTheSameHost() {
            filter.decide(tcp(Direction.OUTBOUND, CLIENT, 50_001, 20, true));

            assertThat(filter.decide(tcp(Direction.INBOUND, CLIENT, 50_002, 20, false))
                            .passes())
                    .isFalse();
        }

        @Test
        void outliveAChangeOfRules() {
            filter.decide(tcp(Direction.OUTBOUND, CLIENT, 50_001, 20, true));

            filter.replaceRules(rules.without("rule6"));

            assertThat(filter.decide(tcp(Direction.INBOUND, CLIENT, 50_001, 20, false))
                            .passes())
                    .isTrue();
            assertThat(filter.decide(attempt(48898)).passes()).isFalse();
        }
    }

    @Nested
    class ConnectionsThatWereLetIn {
        private final PacketFilter filter = filter(rules);
        private final Packet first = tcp(Direction.INBOUND, CLIENT, 50_000, 48898, true);
        private final Packet next = tcp(Direction.INBOUND, CLIENT, 50_000, 48898, false);

        private void establish() {
            filter.decide(first);
            filter.decide(next);
        }

        @Test
        void outliveTheRuleThatLetThemIn() {
            establish();
            filter.replaceRules(rules.without("rule6"));

            Verdict verdict = filter.decide(next);

            assertThat(verdict).isEqualTo(new Verdict.Pass(new Cause.LetInBefore()));
            assertThat(verdict.sentence()).isEqualTo("passed: it belongs to a connection that was let in before");
            assertThat(filter.decide(first).passes()).isFalse();
        }

        @Test
        void outliveTheirRuleInTheFw6DialectAsWell() {
            PacketFilter fw6 = filter(new RuleSet(Dialect.FW6, true, List.of(ADS)));
            fw6.decide(first);
            fw6.decide(next);

            fw6.replaceRules(new RuleSet(Dialect.FW6, true, List.of(BLOCK_ALL)));

            assertThat(fw6.decide(next).passes()).isTrue();
            assertThat(fw6.decide(first).passes()).isFalse();
        }

        @Test
        void stayWhenTheFirewallIsSwitchedOnLater() {
            PacketFilter off = filter(rules.withEnabled(false));
            off.decide(tcp(Direction.INBOUND, CLIENT, 50_000, 21, true));
            off.decide(tcp(Direction.INBOUND, CLIENT, 50_000, 21, false));

            off.replaceRules(rules);

            assertThat(off.decide(tcp(Direction.INBOUND, CLIENT, 50_000, 21, false))
                            .passes())
                    .isTrue();
        }

        @Test
        void stayAlsoWhenTheDeviceBeganThemWhileTheFirewallWasOff() {
            PacketFilter off = filter(rules.withEnabled(false));
            off.decide(tcp(Direction.OUTBOUND, CLIENT, 50_001, 20, true));
            off.decide(udp(Direction.OUTBOUND, 123, 50_000));
            off.decide(icmp(Direction.OUTBOUND, 8, 0));

            off.replaceRules(rules);

            assertThat(off.decide(tcp(Direction.INBOUND, CLIENT, 50_001, 20, false)))
                    .isEqualTo(new Verdict.Pass(new Cause.Answer()));
            assertThat(off.decide(udp(Direction.INBOUND, 123, 50_000)).passes()).isTrue();
            assertThat(off.decide(icmp(Direction.INBOUND, 0, 0)).passes()).isTrue();
        }

        @Test
        void doNotOutliveItBeforeTheyAreEstablished() {
            filter.decide(first);

            filter.replaceRules(rules.without("rule6"));

            assertThat(filter.decide(next).passes()).isFalse();
        }

        @Test
        void areNotEstablishedBySegmentsWithoutABeginning() {
            filter.decide(next);

            filter.replaceRules(rules.without("rule6"));

            assertThat(filter.decide(next).passes()).isFalse();
        }

        @Test
        void areForgottenAfterADayOfSilence() {
            establish();
            filter.replaceRules(rules.without("rule6"));

            passTime(Duration.ofSeconds(86_399));
            assertThat(filter.decide(next).passes()).isTrue();

            passTime(Duration.ofSeconds(86_400));
            assertThat(filter.decide(next).passes()).isFalse();
        }

        @Test
        void areKeptAwakeByWhatTheDeviceSends() {
            establish();
            filter.replaceRules(rules.without("rule6"));
            passTime(Duration.ofHours(23));
            filter.decide(tcp(Direction.OUTBOUND, CLIENT, 50_000, 48898, false));

            passTime(Duration.ofHours(23));

            assertThat(filter.decide(next).passes()).isTrue();
        }

        @Test
        void areForgottenAMinuteAfterAnOpeningThatNobodyCompleted() {
            filter.decide(first);
            passTime(Duration.ofSeconds(60).minusMillis(1));
            assertThat(filter.states()).isEqualTo(1);

            passTime(Duration.ofMillis(1));

            assertThat(filter.states()).isZero();
        }

        @Test
        void areThatOnePortOfThatOneHostAlone() {
            establish();
            filter.replaceRules(rules.without("rule6"));

            assertThat(filter.decide(tcp(Direction.INBOUND, CLIENT, 50_001, 48898, false))
                            .passes())
                    .isFalse();
        }

        @Test
        void areNotWhatUdpAndIcmpHave() {
            PacketFilter open = filter(
                    rules.with(Rule.allow("udp", Traffic.udp(48899))).with(Rule.allow("ping", Traffic.Icmp.of(8, 0))));

            open.decide(udp(Direction.INBOUND, 50_000, 48899));
            open.decide(icmp(Direction.INBOUND, 8, 0));

            assertThat(open.states()).isZero();
        }
    }

    @Nested
    class Memory {
        private final PacketFilter filter = filter(rules);

        private void flood() {
            for (int i = 0; i < 2 * ConnectionStates.MOST; i++) {
                InetAddress client = address("10.0." + (i / 250) + "." + (i % 250));
                filter.decide(attempt(client, 48898));
            }
        }

        @Test
        void isBounded() {
            flood();

            assertThat(filter.states()).isEqualTo(ConnectionStates.MOST);
        }

        @Test
        void holdsEstablishedConnectionsThroughAFloodOfOpenings() {
            filter.decide(attempt(48898));
            filter.decide(tcp(Direction.INBOUND, CLIENT, 50_000, 48898, false));
            flood();

            filter.replaceRules(rules.without("rule6"));

            assertThat(filter.decide(tcp(Direction.INBOUND, CLIENT, 50_000, 48898, false))
                            .passes())
                    .isTrue();
        }
    }
}
