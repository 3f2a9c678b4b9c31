package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RuleSetTests {
    private final Rule ftp = Rule.allow("rule1", Traffic.tcp(21));
    private final Rule blockAll = Rule.inbound("BlockAllRule", Action.BLOCK, Traffic.any());
    private final RuleSet rules = new RuleSet(Dialect.CXCONFIG, true, List.of(blockAll, ftp));

    @Test
    void refusesTwoRulesOfOneName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.with(Rule.allow("rule1", Traffic.tcp(80))))
                .withMessage("two firewall rules are named 'rule1'");
    }

    @Test
    void offersANameThatNobodyHas() {
        assertThat(rules.freeName()).isEqualTo("rule2");
    }

    @Test
    void addsAndRemovesWithoutChangingItself() {
        RuleSet more = rules.with(Rule.allow("rule2", Traffic.tcp(20)));

        assertThat(more.without("rule2")).isEqualTo(rules);
        assertThat(rules.rules()).hasSize(2);
    }

    @Test
    void switchesOneRuleOffAndOnAgain() {
        RuleSet off = rules.withRuleEnabled("rule1", false);

        assertThat(off.rules()).extracting(Rule::enabled).containsExactlyInAnyOrder(true, false);
        assertThat(off.withRuleEnabled("rule1", true)).isEqualTo(rules);
        assertThat(rules.withRuleEnabled("nobody", false)).isEqualTo(rules);
    }

    @Test
    void givesTheRulesThatCanDecideInTheDialectsOrder() {
        RuleSet many = rules.with(Rule.inbound("log", Action.LOG, Traffic.any()))
                .with(Rule.allow("off", Traffic.any()).disabled())
                .with(Rule.allow("itself", Traffic.any()).from(AddressRange.parse("127.0.0.1")));

        assertThat(many.inDecidingOrder(Direction.INBOUND)).containsExactly(ftp, blockAll);
        assertThat(many.inDecidingOrder(Direction.OUTBOUND)).isEmpty();
    }

    @Test
    void givesTheRulesThatLogADirection() {
        Rule in = Rule.inbound("in", Action.LOG, Traffic.any());
        Rule out = Rule.outbound("out", Action.LOG, Traffic.any());
        RuleSet logging = rules.with(in)
                .with(out)
                .with(Rule.inbound("off", Action.LOG, Traffic.any()).disabled())
                .with(Rule.inbound("itself", Action.LOG, Traffic.any()).from(AddressRange.parse("127.0.0.1")));

        assertThat(logging.logging(Direction.INBOUND)).containsExactly(in);
        assertThat(logging.logging(Direction.OUTBOUND)).containsExactly(out);
    }

    @Test
    void isAnotherWithAnotherDialectStateOrRule() {
        RuleSet same = new RuleSet(Dialect.CXCONFIG, true, List.of(blockAll, ftp));

        assertThat(rules)
                .isEqualTo(same)
                .hasSameHashCodeAs(same)
                .isNotEqualTo(new RuleSet(Dialect.FW6, true, rules.rules()))
                .isNotEqualTo(rules.withEnabled(false))
                .isNotEqualTo(rules.without("rule1"))
                .isNotEqualTo(rules.rules());
        assertThat(rules.hashCode()).isNotEqualTo(rules.withEnabled(false).hashCode());
    }

    @Test
    void saysItsDialectAndWhetherItIsOn() {
        assertThat(rules).asString().startsWith("cxconfig, on: [").contains("BlockAllRule", "rule1");
        assertThat(new RuleSet(Dialect.FW6, false, List.of())).hasToString("fw6, off: []");
    }

    @Test
    void saysWhatBeatsWhatInItsDialect() {
        assertThat(Dialect.CXCONFIG.sentence()).isEqualTo("an allow beats a block, and what no rule is about passes");
        assertThat(Dialect.FW6.sentence())
                .isEqualTo("of what comes in, a block beats an allow and what no rule allows is dropped;"
                        + " of what goes out, an allow beats a block and what no rule blocks passes");
    }

    @Test
    void namesTheRuleThatDecided() {
        assertThat(rules.decide(Packets.attempt(21)).cause().ruleName()).isEqualTo("rule1");
        assertThat(rules.without("BlockAllRule")
                        .decide(Packets.attempt(22))
                        .cause()
                        .ruleName())
                .isEmpty();
    }

    @Nested
    class RulesOfCertainTimes {
        private static final LocalDateTime MORNING = LocalDateTime.of(2026, 1, 1, 8, 30);
        private final RuleSet timed = rules.with(
                        Rule.allow("office", Traffic.tcp(80)).during(TimeCondition.daily(new HourRange(9, 17))))
                .with(Rule.allow("early", Traffic.tcp(23)).during(TimeCondition.daily(new HourRange(0, 9))))
                .with(Rule.allow("off", Traffic.tcp(22))
                        .during(TimeCondition.daily(new HourRange(1, 2)))
                        .disabled());

        @Test
        void areInForceAtTheirTimesAsIfTheyHadNone() {
            assertThat(timed.at(MORNING).rules())
                    .extracting(Rule::name)
                    .containsExactly("BlockAllRule", "rule1", "early", "off");
            assertThat(timed.at(MORNING).firstWithTimes()).isEmpty();
            assertThat(timed.at(MORNING).decide(Packets.attempt(23)).passes()).isTrue();
            assertThat(timed.at(MORNING).decide(Packets.attempt(80)).passes()).isFalse();
        }

        @Test
        void changeNextWhenTheFirstOfThemDoes() {
            LocalDateTime nine = LocalDateTime.of(2026, 1, 1, 9, 0);
            assertThat(timed.nextChange(MORNING)).contains(nine);
            assertThat(timed.nextChange(nine)).contains(nine.withHour(17));
            assertThat(timed.nextChange(nine.withHour(17)))
                    .contains(nine.plusDays(1).withHour(0));
        }

        @Test
        void decideNothingBeforeATimeIsTold() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> timed.decide(Packets.attempt(21)))
                    .withMessage("rule office holds at certain times only: ask the rules in force at one");
            assertThatIllegalStateException().isThrownBy(() -> timed.loggedBy(Packets.attempt(21)));
        }

        @Test
        void makeNoDifferenceWhereThereAreNone() {
            assertThat(rules.at(MORNING)).isSameAs(rules);
            assertThat(rules.nextChange(MORNING)).isEmpty();
            assertThat(rules.with(ftp("disabled").disabled()).nextChange(MORNING))
                    .isEmpty();
        }

        private Rule ftp(String name) {
            return Rule.allow(name, Traffic.tcp(21)).during(TimeCondition.on(DayOfWeek.MONDAY));
        }
    }
}
