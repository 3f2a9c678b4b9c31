package org.wec7emu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.rules.EnteredRules;
import org.wec7emu.rules.EnteredRules.Entry;
import org.wec7emu.rules.RuleArgument;

/** Rules that a user wrote as {@code tcp/80}, gathered and then entered, wherever they were written. */
final class RuleEntry {
    private final List<Entry> entries = new ArrayList<>();

    /**
     * Rules of one action.
     *
     * @param words what stands before each in messages about entered rules
     * @param place what messages about a rule that can't be read name
     */
    RuleEntry add(String words, String place, Action action, List<String> rules) throws BadInput {
        try {
            for (String text : rules) {
                entries.add(new Entry(words + " " + text, RuleArgument.rule(place, action, text)));
            }
            return this;
        } catch (IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }

    /** @param remarks hears what a user should know, a sentence each */
    RuleSet into(RuleSet rules, Consumer<String> remarks) throws BadInput {
        try {
            return entries.isEmpty() ? rules : new EnteredRules(rules, remarks).enter(entries);
        } catch (IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }
}
