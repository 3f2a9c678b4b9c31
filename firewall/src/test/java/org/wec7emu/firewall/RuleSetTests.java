package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
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
    void givesTheRulesThatCanDecideInTheDialectsOrder() {
        RuleSet many = rules.with(Rule.inbound("log", Action.LOG, Traffic.any()))
                .with(Rule.allow("off", Traffic.any()).disabled())
                .with(Rule.allow("itself", Traffic.any()).from(AddressRange.parse("127.0.0.1")));

        assertThat(many.inDecidingOrder(Direction.INBOUND)).containsExactly(ftp, blockAll);
        assertThat(many.inDecidingOrder(Direction.OUTBOUND)).isEmpty();
    }
}
