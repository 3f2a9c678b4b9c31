package org.wec7emu.firewall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A device's firewall as configured: its rules, whether it is on, and how its rules are read. Immutable.
 *
 * @param dialect precedence and default
 * @param enabled when false everything passes
 * @param rules in the order of the profile; order decides nothing
 */
public record RuleSet(Dialect dialect, boolean enabled, List<Rule> rules) {
    /** @throws IllegalArgumentException when two rules have the same name */
    public RuleSet {
        rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("two firewall rules are named '" + rule.name() + "'");
            }
        }
    }

    public RuleSet withEnabled(boolean on) {
        return new RuleSet(dialect, on, rules);
    }

    /** The same with one rule more. */
    public RuleSet with(Rule rule) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(rule);
        return new RuleSet(dialect, enabled, more);
    }

    /** The same without the rule of that name; unchanged when there is none. */
    public RuleSet without(String name) {
        return new RuleSet(
                dialect,
                enabled,
                rules.stream().filter(rule -> !rule.name().equals(name)).toList());
    }

    /** A rule name nobody has yet: {@code rule1}, {@code rule2} and so on. */
    public String freeName() {
        Set<String> taken = new HashSet<>();
        rules.forEach(rule -> taken.add(rule.name()));
        int n = 1;
        while (taken.contains("rule" + n)) {
            n++;
        }
        return "rule" + n;
    }

    /** The verdict of the rules alone, without regard to connections that are already open. */
    public Verdict decide(Packet packet) {
        if (!enabled) {
            return new Verdict.Pass(new Cause.FirewallOff());
        }
        if (packet instanceof Packet.ToItself) {
            return new Verdict.Pass(new Cause.LocalTraffic());
        }
        return inDecidingOrder(packet.direction()).stream()
                .filter(rule -> rule.matches(packet))
                .findFirst()
                .map(rule -> verdict(rule.action(), new Cause.ByRule(rule)))
                .orElseGet(() -> verdict(dialect.otherwise(packet.direction()), new Cause.NoRule(dialect)));
    }

    /**
     * The rules that can decide over a packet of that direction, in the dialect's order: the first that matches decides,
     * and when none does {@link Dialect#otherwise}. Without the disabled ones, those that only log and those about the
     * device itself.
     */
    public List<Rule> inDecidingOrder(Direction direction) {
        return dialect.precedence(direction).stream()
                .flatMap(action -> rules.stream().filter(rule -> rule.action() == action))
                .filter(rule -> rule.enabled() && rule.direction() == direction && !rule.isAboutDeviceItself())
                .toList();
    }

    private static Verdict verdict(Action action, Cause cause) {
        return action == Action.BLOCK ? new Verdict.Drop(cause) : new Verdict.Pass(cause);
    }
}
