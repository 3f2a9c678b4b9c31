package org.wec7emu.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/**
 * Enters rules that somebody writes so that they do something. Where a dialect lets one action beat the other (an allow a
 * block in cxconfig, a block an allow in fw6), an entered rule that would lose takes out the rules that are wholly about what
 * it is about; where a wider one would beat it, it is refused, and where one overlaps with it, that is said.
 */
public final class EnteredRules {
    private final Action stronger;
    private final String because;
    private final Consumer<String> remarks;
    private final List<Entry> entries = new ArrayList<>();
    private RuleSet rules;

    /**
     * A rule to be entered.
     *
     * @param words an action and its value as they were written, separated by a blank, as in {@code --allow tcp/21}
     * @param rule without a name yet
     */
    public record Entry(String words, Rule rule) {}

    /**
     * @param rules what is there already
     * @param remarks hears what a user should know, a sentence each
     */
    public EnteredRules(RuleSet rules, Consumer<String> remarks) {
        this.rules = rules;
        this.remarks = remarks;
        stronger = rules.dialect().precedence(Direction.INBOUND).get(0);
        because = (stronger == Action.ALLOW ? "an allow beats a block" : "a block beats an allow") + " in "
                + rules.dialect().label();
    }

    /**
     * Enters them all.
     *
     * @throws IllegalArgumentException when one would do nothing; the message says why and what to do
     */
    public RuleSet enter(List<Entry> entered) {
        entries.addAll(entered);
        for (Entry entry : entries) {
            if (entry.rule().action() != stronger) {
                holdAgainstRules(entry);
                holdAgainstEntries(entry);
            }
        }
        entries.forEach(this::add);
        return rules;
    }

    private void add(Entry entry) {
        if (entry.rule().action() == Action.BLOCK && !rules.enabled()) {
            remarks.accept(entry.words() + " does nothing while the firewall is off");
        }
        perIpVersion(entry.rule()).forEach(this::add);
    }

    /** A rule of fw6 is about one IP version, so one that doesn't say which becomes two. */
    private List<Rule> perIpVersion(Rule rule) {
        boolean says = rule.publicHost().isPresent()
                || rule.privateHost().isPresent()
                || rule.traffic() instanceof Traffic.Icmp
                || rule.traffic() instanceof Traffic.Icmpv6;
        return says || rules.dialect() != Dialect.FW6
                ? List.of(rule)
                : List.of(rule.ofDevice(AddressRange.ALL_IPV4), rule.ofDevice(AddressRange.ALL_IPV6));
    }

    /** What is there already isn't entered twice. */
    private void add(Rule rule) {
        for (Rule other : rules.rules()) {
            if (rule.equals(named("", other))) {
                return;
            }
        }
        rules = rules.with(named(rules.freeName(), rule));
    }

    private static Rule named(String name, Rule rule) {
        return new Rule(
                name,
                rule.action(),
                rule.direction(),
                rule.traffic(),
                rule.publicHost(),
                rule.privateHost(),
                rule.enabled(),
                rule.when());
    }

    private void holdAgainstRules(Entry entry) {
        for (Rule other : rules.inDecidingOrder(Direction.INBOUND)) {
            if (other.action() != stronger || !other.overlaps(entry.rule())) {
                continue;
            }
            if (entry.rule().covers(other)) {
                rules = rules.without(other.name());
            } else if (other.covers(entry.rule()) && other.when().isEmpty()) {
                String action = entry.words().substring(0, entry.words().indexOf(' '));
                throw new IllegalArgumentException(
                        entry.words() + " would do nothing: rule " + other.name() + " (" + other.caption()
                                + ") " + verb() + " all of that, and " + because
                                + RuleArgument.words(other)
                                        .map(words -> "; " + action + " " + words + " takes the whole rule out")
                                        .orElse("; take the rule out of the profile"));
            } else {
                remarks.accept(entry.words() + ": rule " + other.name() + " (" + other.caption() + ") still " + verb()
                        + " part of that, as " + because);
            }
        }
    }

    private void holdAgainstEntries(Entry entry) {
        for (Entry other : entries) {
            if (other.rule().action() != stronger || !other.rule().overlaps(entry.rule())) {
                continue;
            }
            if (other.rule().covers(entry.rule())) {
                throw new IllegalArgumentException(entry.words() + " would do nothing: " + other.words() + " " + verb()
                        + " all of that, and " + because + "; leave out one of them");
            } else if (!entry.rule().covers(other.rule())) {
                remarks.accept(entry.words() + ": " + other.words() + " " + verb() + " part of that, as " + because);
            }
        }
    }

    private String verb() {
        return stronger == Action.ALLOW ? "lets in" : "drops";
    }
}
