package org.wec7emu.device;

import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Verdict;

/**
 * Why a packet was dropped.
 *
 * @param rule the rule's name, or empty
 */
record DropReason(String rule, String sentence) {
    /** @param rules those in force now, while the packet was dropped a moment ago */
    static DropReason of(Packet dropped, RuleSet rules) {
        Verdict verdict = rules.decide(dropped);
        return verdict.passes()
                ? new DropReason("", "the rules that were in force a moment ago")
                : new DropReason(verdict.cause().ruleName(), verdict.cause().sentence());
    }
}
