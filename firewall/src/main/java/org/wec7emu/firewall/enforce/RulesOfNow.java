package org.wec7emu.firewall.enforce;

import java.util.Optional;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;

/** What all levels ask of rules: that they mean the same until others are applied, since a kernel doesn't know the hour. */
public final class RulesOfNow {
    private RulesOfNow() {}

    /**
     * Goes on when they do.
     *
     * @throws EnforcementException when the firewall is on and a rule is in force at certain times only
     */
    public static void check(RuleSet rules) throws EnforcementException {
        Optional<Rule> timed = rules.enabled() ? rules.firstWithTimes() : Optional.empty();
        if (timed.isPresent()) {
            throw new EnforcementException("rule " + timed.get().name() + " ("
                    + timed.get().caption() + ") is in force at certain times only, and rules are enforced as of now:"
                    + " apply the rules in force at this hour, and others when the hour changes them");
        }
    }
}
