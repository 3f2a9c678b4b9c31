package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wec7emu.firewall.Packets.CLIENT;
import static org.wec7emu.firewall.Packets.DEVICE;
import static org.wec7emu.firewall.Packets.address;
import static org.wec7emu.firewall.Packets.attempt;
import static org.wec7emu.firewall.Packets.icmp;
import static org.wec7emu.firewall.Packets.tcp;
import static org.wec7emu.firewall.Packets.udp;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PacketFilterTests {
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
    class EveryVerdictHasItsCause {
        @Test
        void passesBecauseTheFirewallIsOff() {
            Verdict verdict = filter(rules.withEnabled(false)).decide(attempt(21));

            assertThat(verdict).isEqualTo(new Verdict.Pass(new Cause.FirewallOff()));
            assertThat(verdict.sentence()).isEqualTo("passed: the firewall is off");
        }

        @Test
        void passesBecauseTheDeviceTalksToItself() {
            Verdict verdict = filter(rules).decide(new Packet.ToItself(DEVICE, 6));

            assertThat(verdict).isEqualTo(new Verdict.Pass(new Cause.LocalTraffic()));
            assertThat(verdict.sentence()).isEqualTo("passed: the device talks to itself, which is never filtered");
        }

        @Test
        void passesBecauseItAnswersWhatTheDeviceBegan() {
            PacketFilter filter = filter(rules);
            filter.decide(tcp(Direction.OUTBOUND, CLIENT, 50_001, 20, true));

            Verdict verdict = filter.decide(tcp(Direction.INBOUND, CLIENT, 50_001, 20, false));

            assertThat(verdict).isEqualTo(new Verdict.Pass(new Cause.Answer()));
            assertThat(verdict.sentence()).isEqualTo("passed: it answers a connection that the device began");
        }

        @Test
        void passesBecauseARuleAllowsIt() {
            Verdict verdict = filter(rules).decide(attempt(48898));

            assertThat(verdict).isEqualTo(new Verdict.Pass(new Cause.ByRule(ADS, Dialect.CXCONFIG)));
            assertThat(verdict.sentence())
                    .isEqualTo("passed: rule rule6: Allow TCP port 48898 from anywhere on the public network");
        }

        @Test
        void isDroppedBecauseTheRuleThatBlocksAllIsLeft() {
            Verdict verdict = filter(rules).decide(attempt(21));

            assertThat(verdict).isEqualTo(new Verdict.Drop(new Cause.ByRule(BLOCK_ALL, Dialect.CXCONFIG)));
            assertThat(verdict.sentence()).isEqualTo("dropped: no rule allows it, so rule BlockAllRule blocks it");
        }

        @Test
        void isDroppedBecauseARuleBlocksItsPort() {
            Rule noTelnet = Rule.inbound("rule9", Action.BLOCK, Traffic.tcp(23));

            Verdict verdict =
                    filter(rules.with(noTelnet).without("BlockAllRule")).decide(attempt(23));

            assertThat(verdict.sentence())
                    .isEqualTo("dropped: rule rule9: Block TCP port 23 from anywhere on the public network");
        }

        @Test
        void passesBecauseNoRuleIsAboutIt() {
            Verdict verdict = filter(rules.without("BlockAllRule")).decide(attempt(21));

            assertThat(verdict).isEqualTo(new Verdict.Pass(new Cause.NoRule(Dialect.CXCONFIG)));
            assertThat(verdict.sentence()).isEqualTo("passed: no rule is about it");
        }
    }

    @Nested
    class RulesOfTheCxconfigDialect {
        @Test
        void allowBeatsBlockWhateverTheOrder() {
            Rule allow = Rule.allow("a", Traffic.tcp(21));
            Rule block = Rule.inbound("b", Action.BLOCK, Traffic.tcp(21));

            assertThat(filter(new RuleSet(Dialect.CXCONFIG, true, List.of(allow, block)))
                            .decide(attempt(21))
                            .passes())
                    .isTrue();
            assertThat(filter(new RuleSet(Dialect.CXCONFIG, true, List.of(block, allow)))
                            .decide(attempt(21))
                            .passes())
                    .isTrue();
        }

        @Test
        void aDisabledRuleMatchesNothing() {
            RuleSet set = rules.without("rule6").with(ADS.disabled());

            assertThat(filter(set).decide(attempt(48898)).passes()).isFalse();
        }

        @Test
        void aRuleThatLogsDecidesNothing() {
            RuleSet set = rules.with(Rule.inbound("log", Action.LOG, Traffic.tcp(21)));

            assertThat(filter(set).decide(attempt(21)).passes()).isFalse();
        }

        @Test
        void aRuleOverAPortRangeHoldsAtBothItsEnds() {
            RuleSet set = rules.with(Rule.allow("passive", new Traffic.Tcp(new PortRange(49152, 65535))));

            assertThat(filter(set).decide(attempt(49151)).passes()).isFalse();
            assertThat(filter(set).decide(attempt(49152)).passes()).isTrue();
            assertThat(filter(set).decide(attempt(65535)).passes()).isTrue();
        }

        @Test
        void aRuleAboutAHostHoldsForThatHostAlone() {
            RuleSet set = rules.with(Rule.allow("ftp", Traffic.tcp(21)).from(AddressRange.of(CLIENT)));

            assertThat(filter(set).decide(attempt(21)).passes()).isTrue();
            assertThat(filter(set).decide(attempt(address("192.168.0.8"), 21)).passes())
                    .isFalse();
        }

        @Test
        void aRuleForUdpIsNotAboutTcp() {
            RuleSet set = rules.with(Rule.allow("discovery", Traffic.udp(48899)));

            assertThat(filter(set).decide(udp(Direction.INBOUND, 50_000, 48899)).passes())
                    .isTrue();
            assertThat(filter(set).decide(attempt(48899)).passes()).isFalse();
        }

        @Test
        void aRuleForEchoRequestsIsNotAboutOtherIcmp() {
            RuleSet set = rules.with(Rule.allow("ping", Traffic.Icmp.of(8, 0)));

            assertThat(filter(set).decide(icmp(Direction.INBOUND, 8, 0)).passes())
                    .isTrue();
            assertThat(filter(set).decide(icmp(Direction.INBOUND, 13, 0)).passes())
                    .isFalse();
        }

        @Test
        void aRuleForAProtocolHoldsForAllItsPorts() {
            RuleSet set = rules.with(Rule.allow("tcp", new Traffic.Protocol(6)));

            assertThat(filter(set).decide(attempt(80)).passes()).isTrue();
            assertThat(filter(set)
                            .decide(new Packet.Other(Direction.INBOUND, CLIENT, DEVICE, 50))
                            .passes())
                    .isFalse();
        }

        @Test
        void theDeviceMayConnectAnywhere() {
            assertThat(filter(rules)
                            .decide(tcp(Direction.OUTBOUND, CLIENT, 21, 50_000, true))
                            .passes())
                    .isTrue();
        }
    }

    @Nested
    class TheRuleAboutTheDeviceItself {
        private final Rule itself = Rule.allow("rule1", Traffic.any()).from(AddressRange.parse("127.0.0.1"));

        @Test
        void doesNotLetInAClientOfTheHostsLoopback() {
            Verdict verdict = filter(rules.with(itself)).decide(attempt(address("127.0.0.1"), 21));

            assertThat(verdict).isEqualTo(new Verdict.Drop(new Cause.ByRule(BLOCK_ALL, Dialect.CXCONFIG)));
        }

        @Test
        void doesNotLetInAClientOfTheHostsIpv6Loopback() {
            Rule itselfInIpv6 = Rule.allow("rule2", Traffic.any()).from(AddressRange.parse("::1"));

            assertThat(filter(rules.with(itselfInIpv6))
                            .decide(attempt(address("::1"), 21))
                            .passes())
                    .isFalse();
        }

        @Test
        void isRecognisedByItsAddress() {
            assertThat(itself.isAboutDeviceItself()).isTrue();
            assertThat(ADS.isAboutDeviceItself()).isFalse();
            assertThat(ADS.from(AddressRange.parse("0.0.0.0/0")).isAboutDeviceItself())
                    .isFalse();
        }
    }

    @Nested
    class RulesThatLog {
        private final Rule logFtp = Rule.inbound("logFtp", Action.LOG, Traffic.tcp(21));
        private final Rule logAll = Rule.inbound("logAll", Action.LOG, Traffic.any());
        private final PacketFilter filter = filter(rules.with(logFtp).with(logAll));

        @Test
        void areToldInTheProfilesOrder() {
            assertThat(filter.loggedBy(attempt(21))).containsExactly(logFtp, logAll);
            assertThat(filter.loggedBy(attempt(48898))).containsExactly(logAll);
        }

        @Test
        void noteWhatPassesAndWhatIsDropped() {
            assertThat(filter.decide(attempt(48898)).passes()).isTrue();
            assertThat(filter.decide(attempt(21)).passes()).isFalse();
        }

        @Test
        void noteNothingOfTheOtherDirectionOrTheDeviceItself() {
            assertThat(filter.loggedBy(tcp(Direction.OUTBOUND, CLIENT, 21, 50_000, true)))
                    .isEmpty();
            assertThat(filter.loggedBy(new Packet.ToItself(DEVICE, 6))).isEmpty();
        }

        @Test
        void noteNothingWhenDisabledOrTheFirewallIsOff() {
            assertThat(filter(rules.with(logAll.disabled())).loggedBy(attempt(21)))
                    .isEmpty();
            assertThat(filter(rules.with(logAll).withEnabled(false)).loggedBy(attempt(21)))
                    .isEmpty();
        }
    }

    @Nested
    class RulesOfCertainTimes {
        private final RuleSet office =
                rules.with(Rule.allow("office", Traffic.tcp(21)).during(TimeCondition.daily(new HourRange(9, 17))));
        private final PacketFilter filter = new PacketFilter(office, () -> now, ZoneOffset.ofHours(2));

        @Test
        void holdByTheDevicesOwnClock() {
            now = Instant.parse("2026-01-01T06:59:59Z");
            assertThat(filter.decide(attempt(21)).passes()).isFalse();

            passTime(Duration.ofSeconds(1));

            assertThat(filter.decide(attempt(21)).passes()).isTrue();
        }

        @Test
        void areOverAtTheHourThatIsTheirEnd() {
            now = Instant.parse("2026-01-01T15:00:00Z");

            assertThat(filter.decide(attempt(21)).passes()).isFalse();
        }

        @Test
        void holdAgainWhenTheClockIsSetBack() {
            now = Instant.parse("2026-01-01T15:00:00Z");
            filter.decide(attempt(21));

            now = Instant.parse("2026-01-01T14:59:59Z");

            assertThat(filter.decide(attempt(21)).passes()).isTrue();
        }

        @Test
        void areThoseOfTheNewRulesOnceReplaced() {
            now = Instant.parse("2026-01-01T12:00:00Z");
            filter.decide(attempt(21));

            filter.replaceRules(office.without("office")
                    .with(Rule.allow("evening", Traffic.tcp(21)).during(TimeCondition.daily(new HourRange(17, 21)))));

            assertThat(filter.decide(attempt(21)).passes()).isFalse();
        }
    }
}
