package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.wec7emu.firewall.Packets.address;
import static org.wec7emu.firewall.Packets.attempt;
import static org.wec7emu.firewall.Packets.icmp;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index names the very rule that a search through the list, from its beginning, finds first. */
class RuleIndexTests {
    private static Cause causeByLinearSearch(RuleSet rules, Packet packet) {
        for (Rule rule : rules.inDecidingOrder(packet.direction())) {
            if (rule.matches(packet)) {
                return new Cause.ByRule(rule, rules.dialect());
            }
        }
        return new Cause.NoRule(rules.dialect());
    }

    private static void assertSame(RuleSet rules, Packet packet) {
        assertThat(rules.decide(packet).cause())
                .as(() -> packet + " by " + rules)
                .isEqualTo(causeByLinearSearch(rules, packet));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void namesTheSameRuleInFewRules(long seed) {
        RandomFirewalls random = new RandomFirewalls(new Random(seed));
        for (int i = 0; i < Cases.of(1_000); i++) {
            RuleSet rules = random.ruleSet(16).withEnabled(true).at(random.time());
            for (int j = 0; j < 50; j++) {
                assertSame(rules, random.packet());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void namesTheSameRuleInManyRules(long seed) {
        RandomFirewalls random = new RandomFirewalls(new Random(seed));
        for (int i = 0; i < Cases.of(50); i++) {
            RuleSet rules = random.ruleSet(500).withEnabled(true).at(random.time());
            for (int j = 0; j < 500; j++) {
                assertSame(rules, random.packet());
            }
        }
    }

    /** All of them deciding, none about everything, so the first match is often far behind. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void namesTheSameRuleInPortRangesThatOverlapArbitrarily(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < Cases.of(200); i++) {
            List<Rule> ranges = new ArrayList<>();
            for (int j = 0; j < 100; j++) {
                int first = random.nextInt(300);
                Traffic traffic = new Traffic.Tcp(new PortRange(first, first + random.nextInt(300 - first)));
                ranges.add(Rule.allow("rule" + j, traffic)
                        .from(new AddressRange(address("10.0.0." + random.nextInt(8)), 29 + random.nextInt(4))));
            }
            RuleSet rules = new RuleSet(Dialect.FW6, true, ranges);
            for (int j = 0; j < 200; j++) {
                assertSame(rules, attempt(address("10.0.0." + random.nextInt(8)), random.nextInt(302)));
            }
        }
    }

    @Test
    void findsARuleAboutACodeOfAnyType() {
        Rule codeOne = Rule.allow("code", new Traffic.Icmp(OptionalInt.empty(), OptionalInt.of(1)));
        RuleSet rules = new RuleSet(Dialect.FW6, true, List.of(codeOne));

        assertThat(rules.decide(icmp(Direction.INBOUND, 3, 1)).passes()).isTrue();
        assertThat(rules.decide(icmp(Direction.INBOUND, 3, 0)).passes()).isFalse();
        assertThat(rules.decide(icmp(Direction.INBOUND, 1, 3)).passes()).isFalse();
    }

    /** Found by a hash table, in which both pairs of hosts share a place. */
    @Test
    void tellsHostsApartThatHashAlike() {
        Rule rule = Rule.allow("r", Traffic.any())
                .from(AddressRange.parse("10.0.0.2"))
                .ofDevice(AddressRange.parse("10.0.0.1"));
        RuleSet rules = new RuleSet(Dialect.FW6, true, List.of(rule));

        assertThat(rules.decide(new Packet.Other(Direction.INBOUND, address("10.0.0.2"), address("10.0.0.1"), 50))
                        .passes())
                .isTrue();
        assertThat(rules.decide(new Packet.Other(Direction.INBOUND, address("10.0.0.1"), address("10.0.3.194"), 50))
                        .passes())
                .isFalse();
    }

    @Test
    void findsARuleAboutTcpForASegmentWhosePortsAreUnknown() {
        RuleSet rules = new RuleSet(Dialect.FW6, true, List.of(Rule.allow("tcp", new Traffic.Protocol(6))));

        assertThat(rules.decide(new Packet.Other(Direction.INBOUND, Packets.CLIENT, Packets.DEVICE, 6))
                        .passes())
                .isTrue();
    }

    /** A search through the list would look at billions of rules. */
    @Tag("time")
    @Test
    void isQuickAmongManyRulesThatDifferInTheirHostOrPortAlone() {
        List<Rule> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add(Rule.allow("host" + i, Traffic.tcp(21)).from(AddressRange.of(host(i))));
            many.add(Rule.allow("any" + i, Traffic.any()).from(new AddressRange(host(20_000 + i), 32 - i % 2)));
            many.add(Rule.allow("port" + i, Traffic.tcp(30_000 + i)));
        }
        Collections.shuffle(many, new Random(1));
        RuleSet rules = new RuleSet(Dialect.FW6, true, many);

        int passed = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> passesOf300_000(rules));

        assertThat(passed).isEqualTo(200_000);
    }

    private static int passesOf300_000(RuleSet rules) {
        int passed = 0;
        for (int i = 0; i < 100_000; i++) {
            passed += rules.decide(attempt(host(i % 10_000), 21)).passes() ? 1 : 0;
            passed += rules.decide(attempt(host(50_000), 30_000 + i % 10_000)).passes() ? 1 : 0;
            passed += rules.decide(attempt(host(50_000 + i % 10_000), 80)).passes() ? 1 : 0;
        }
        return passed;
    }

    private static InetAddress host(int i) {
        return address("10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255));
    }
}
