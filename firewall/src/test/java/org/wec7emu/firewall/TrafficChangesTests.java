package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wec7emu.firewall.Packets.address;
import static org.wec7emu.firewall.TrafficWords.BLOCK_ALL;
import static org.wec7emu.firewall.TrafficWords.allowing;
import static org.wec7emu.firewall.TrafficWords.words;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What passes one firewall and not the other: all of it, nothing else, and in few words. */
class TrafficChangesTests {
    private static final TrafficSpan PASSIVE = TrafficSpan.of(new Traffic.Tcp(new PortRange(49_152, 65_535)));

    private static boolean isLeftOut(Packet packet) {
        return packet instanceof Packet.Other && Stream.of(1, 6, 17, 58).anyMatch(n -> n == packet.protocol());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPacketIsInAChangeJustWhenTheTwoDecideDifferently(long seed) {
        RandomFirewalls random = new RandomFirewalls(new Random(seed));
        for (int i = 0; i < Cases.of(100); i++) {
            LocalDateTime time = random.time();
            RuleSet first = random.ruleSet(6).at(time);
            RuleSet second = (i % 2 == 0 ? random.ruleSet(6) : first.with(random.rule("one more"))).at(time);
            List<TrafficChange> changes =
                    TrafficChanges.between(first, second, List.of(TrafficSpan.of(random.traffic())));
            for (int j = 0; j < 100; j++) {
                Packet packet = random.packet();
                boolean passes = second.decide(packet).passes();
                if (!isLeftOut(packet)) {
                    assertThat(changes.stream().filter(change -> change.includes(packet)))
                            .as(() -> packet + " by " + first + " and " + second)
                            .hasSize(first.decide(packet).passes() == passes ? 0 : 1)
                            .allMatch(change -> change.passesInSecond() == passes);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void seenFromTheOtherSideTheSameChanges(long seed) {
        RandomFirewalls random = new RandomFirewalls(new Random(seed));
        for (int i = 0; i < Cases.of(100); i++) {
            RuleSet first = random.ruleSet(6).at(random.time());
            RuleSet second = random.ruleSet(6).at(random.time());

            assertThat(TrafficChanges.between(second, first, List.of()).stream().map(TrafficChange::mirrored))
                    .containsExactlyInAnyOrderElementsOf(TrafficChanges.between(first, second, List.of()));
            assertThat(TrafficChanges.between(first, first, List.of())).isEmpty();
        }
    }

    @Test
    void aRuleMoreLetsItsPortsPass() {
        assertThat(words(BLOCK_ALL, allowing(new Traffic.Tcp(new PortRange(20, 21)), Traffic.udp(68))))
                .containsExactly("in TCP 20-21 passes", "in UDP 68 passes");
        assertThat(words(allowing(Traffic.tcp(21)), BLOCK_ALL)).containsExactly("in TCP 21 dropped");
    }

    @Test
    void neighbouringPortsOfDifferentRulesAreOneRange() {
        assertThat(words(BLOCK_ALL, allowing(Traffic.tcp(20), Traffic.tcp(21), Traffic.tcp(23))))
                .containsExactly("in TCP 20-21 passes", "in TCP 23 passes");
    }

    @Test
    void neighboursAreJoinedBesideAndWithinWhatIsToldByItself() {
        assertThat(words(
                        BLOCK_ALL,
                        allowing(Traffic.tcp(20), Traffic.tcp(21), Traffic.tcp(50_000), Traffic.tcp(50_001)),
                        PASSIVE))
                .containsExactly("in TCP 20-21 passes", "in TCP 50000-50001 passes");
    }

    @Test
    void whatIsToldByItselfIsNotPartOfAnythingElse() {
        assertThat(words(BLOCK_ALL, allowing(new Traffic.Tcp(new PortRange(40_000, 65_535))), PASSIVE))
                .containsExactly("in TCP 40000-49151 passes", "in TCP 49152-65535 passes");
        assertThat(words(BLOCK_ALL, allowing(new Traffic.Tcp(new PortRange(50_000, 50_010))), PASSIVE))
                .containsExactly("in TCP 50000-50010 passes");
    }

    @Test
    void aFirewallThatIsOffLetsAllPass() {
        assertThat(words(BLOCK_ALL, BLOCK_ALL.withEnabled(false)))
                .containsExactly(
                        "in TCP passes",
                        "in UDP passes",
                        "in ICMP passes",
                        "in ICMPv6 passes",
                        "in IP protocol 0 passes",
                        "in IP protocols 2-5 passes",
                        "in IP protocols 7-16 passes",
                        "in IP protocols 18-57 passes",
                        "in IP protocols 59-255 passes");
    }

    @Test
    void ofIcmpAllButOneMessageIsToldByTypesAndCodes() {
        assertThat(words(allowing(Traffic.Icmp.of(8, 0)), BLOCK_ALL.withEnabled(false)))
                .contains(
                        "in ICMP type 0-7 passes",
                        "in ICMP type 8, code 1-255 passes",
                        "in ICMP type 9-255 passes",
                        "in ICMPv6 passes");
        assertThat(words(BLOCK_ALL, allowing(new Traffic.Icmpv6(OptionalInt.empty(), OptionalInt.of(3)))))
                .containsExactly("in ICMPv6 code 3 passes");
    }

    @Test
    void whatTheDeviceSendsIsToldToo() {
        RuleSet closed = BLOCK_ALL.with(
                Rule.outbound("out", Action.BLOCK, Traffic.tcp(80)).to(AddressRange.parse("10.0.0.7")));

        assertThat(words(BLOCK_ALL, closed)).containsExactly("out TCP 80 to 10.0.0.7 dropped");
    }

    @Test
    void disabledRulesAndThoseThatOnlyLogChangeNothing() {
        RuleSet more = BLOCK_ALL
                .with(Rule.allow("off", Traffic.tcp(21)).disabled())
                .with(Rule.inbound("log", Action.LOG, Traffic.any()))
                .with(Rule.allow("itself", Traffic.any()).from(AddressRange.parse("127.0.0.1")));

        assertThat(words(BLOCK_ALL, more)).isEmpty();
    }

    @Test
    void rulesThatHoldAtCertainTimesAreAskedAtATime() {
        RuleSet timed =
                BLOCK_ALL.with(Rule.allow("night", Traffic.tcp(21)).during(TimeCondition.daily(new HourRange(21, 8))));

        assertThatThrownBy(() -> words(BLOCK_ALL, timed)).isInstanceOf(IllegalStateException.class);
        assertThat(words(BLOCK_ALL, timed.at(LocalDateTime.of(2026, 11, 24, 22, 0))))
                .containsExactly("in TCP 21 passes");
    }

    @Test
    void aPieceWithoutPortsIsOfNoPort() {
        Packet piece = new Packet.Other(Direction.INBOUND, address("10.0.0.1"), address("10.0.0.2"), 6);

        assertThat(TrafficSpan.of(Traffic.tcp(21)).contains(piece)).isFalse();
        assertThat(TrafficSpan.of(new Traffic.Protocol(6)).contains(piece)).isTrue();
    }
}
