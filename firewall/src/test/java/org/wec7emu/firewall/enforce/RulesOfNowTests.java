package org.wec7emu.firewall.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.StandardProtocolFamily;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.backlog.BacklogEnforcer;

class RulesOfNowTests {
    private final Rule office = Rule.allow("office", Traffic.tcp(21)).during(TimeCondition.daily(new HourRange(9, 17)));
    private final RuleSet timed = new RuleSet(Dialect.FW6, true, List.of(office));

    @Test
    void aRuleOfCertainTimesIsRefusedByName() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> RulesOfNow.check(timed))
                .withMessage("rule office (Allow TCP port 21 from anywhere on the public network, 9:00 to 17:00) is in"
                        + " force at certain times only, and rules are enforced as of now: apply the rules in force at"
                        + " this hour, and others when the hour changes them");
    }

    @Test
    void theRulesOfOneMomentAreNot() throws EnforcementException {
        RulesOfNow.check(timed.at(LocalDateTime.of(2026, 1, 1, 12, 0)));
    }

    @Test
    void aRuleThatIsNotInForceAnywayIsNot() throws EnforcementException {
        RulesOfNow.check(new RuleSet(Dialect.FW6, true, List.of(office.disabled())));
        RulesOfNow.check(timed.withEnabled(false));
    }

    @Test
    void anEnforcementKeepsItsRulesWhenItRefusesOthers() throws Exception {
        RuleSet noon = timed.at(LocalDateTime.of(2026, 1, 1, 12, 0));
        try (Enforcement enforcement = new BacklogEnforcer().start(noon);
                GuardedPort port = enforcement.open(StandardProtocolFamily.INET, 21)) {
            assertThatExceptionOfType(EnforcementException.class).isThrownBy(() -> enforcement.apply(timed));
            assertThat(enforcement.rules()).isSameAs(noon);
            assertThat(port.silent()).isFalse();
        }
        assertThatExceptionOfType(EnforcementException.class).isThrownBy(() -> new BacklogEnforcer().start(timed));
    }
}
