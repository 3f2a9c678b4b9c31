package org.wec7emu.firewall;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A device's firewall as configured: its rules, whether it is on, and how its rules are read. Immutable; equal to another of
 * the same content.
 */
public final class RuleSet {
    private final Dialect dialect;
    private final boolean enabled;
    private final List<Rule> rules;
    private final Optional<Rule> firstWithTimes;
    /** Made for the first packet of their direction: most sets never decide. */
    private volatile @Nullable RuleIndex inbound;

    private volatile @Nullable RuleIndex outbound;

    /**
     * A set of rules.
     *
     * @param dialect precedence and default
     * @param enabled when false everything passes
     * @param rules in the order of the profile; order decides nothing
     * @throws IllegalArgumentException when two rules have the same name
     */
    public RuleSet(Dialect dialect, boolean enabled, List<Rule> rules) {
        this.dialect = dialect;
        this.enabled = enabled;
        this.rules = List.copyOf(rules);
        Set<String> names = new HashSet<>();
        Optional<Rule> timed = Optional.empty();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                throw new IllegalArgumentException("two firewall rules are named '" + rule.name() + "'");
            }
            if (timed.isEmpty() && rule.enabled() && rule.when().isPresent()) {
                timed = Optional.of(rule);
            }
        }
        firstWithTimes = timed;
    }

    public Dialect dialect() {
        return dialect;
    }

    public boolean enabled() {
        return enabled;
    }

    /** In the order of the profile. Unmodifiable. */
    public List<Rule> rules() {
        return rules;
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

    /** The same with the rule of that name switched on or off; unchanged when there is none. */
    public RuleSet withRuleEnabled(String name, boolean on) {
        return new RuleSet(
                dialect,
                enabled,
                rules.stream()
                        .map(rule -> rule.name().equals(name) ? rule.withEnabled(on) : rule)
                        .toList());
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

    /**
     * The verdict of the rules alone, without regard to connections that are already open.
     *
     * @throws IllegalStateException when the verdict may depend on the time; see {@link #at}
     */
    public Verdict decide(Packet packet) {
        if (!enabled) {
            return new Verdict.Pass(new Cause.FirewallOff());
        }
        if (packet instanceof Packet.ToItself) {
            return new Verdict.Pass(new Cause.LocalTraffic());
        }
        requireNoTimes();
        Rule deciding = index(packet.direction()).first(packet);
        return deciding == null
                ? verdict(dialect.otherwise(packet.direction()), new Cause.NoRule(dialect))
                : verdict(deciding.action(), new Cause.ByRule(deciding, dialect));
    }

    private RuleIndex index(Direction direction) {
        RuleIndex known = direction == Direction.INBOUND ? inbound : outbound;
        if (known != null) {
            return known;
        }
        RuleIndex made = new RuleIndex(inDecidingOrder(direction));
        if (direction == Direction.INBOUND) {
            inbound = made;
        } else {
            outbound = made;
        }
        return made;
    }

    /**
     * The rules that note a packet, in the profile's order; they decide nothing, so it may pass or not. Nothing is noted
     * while the firewall is off, nor of what the device says to itself.
     *
     * @throws IllegalStateException when it may depend on the time; see {@link #at}
     */
    public List<Rule> loggedBy(Packet packet) {
        if (!enabled || packet instanceof Packet.ToItself) {
            return List.of();
        }
        requireNoTimes();
        return rules.stream()
                .filter(rule -> rule.action() == Action.LOG && rule.matches(packet))
                .toList();
    }

    /** The first rule that holds at certain times only and isn't disabled; empty when the rules are the same at all times. */
    public Optional<Rule> firstWithTimes() {
        return firstWithTimes;
    }

    /**
     * The rules in force at a time of the device's clock: rules with other times are left out, and those that hold have
     * their condition no more. Disabled rules stay as they are.
     */
    public RuleSet at(LocalDateTime time) {
        if (firstWithTimes().isEmpty()) {
            return this;
        }
        List<Rule> inForce = new ArrayList<>();
        for (Rule rule : rules) {
            if (!rule.enabled() || rule.when().isEmpty()) {
                inForce.add(rule);
            } else if (rule.when().get().holds(time)) {
                inForce.add(rule.always());
            }
        }
        return new RuleSet(dialect, enabled, inForce);
    }

    /**
     * The next moment at which {@link #at} gives other rules than at {@code time}: a full hour of the device's clock. Empty
     * when there is none.
     */
    public Optional<LocalDateTime> nextChange(LocalDateTime time) {
        Optional<LocalDateTime> first = Optional.empty();
        for (Rule rule : rules) {
            if (rule.enabled() && rule.when().isPresent()) {
                LocalDateTime change = rule.when().get().nextChange(time);
                first = first.filter(earliest -> !change.isBefore(earliest)).or(() -> Optional.of(change));
            }
        }
        return first;
    }

    private void requireNoTimes() {
        firstWithTimes().ifPresent(rule -> {
            throw new IllegalStateException(
                    "rule " + rule.name() + " holds at certain times only: ask the rules in force at one");
        });
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

    /** The rules that note packets of that direction, without the disabled ones and those about the device itself. */
    public List<Rule> logging(Direction direction) {
        return rules.stream()
                .filter(rule -> rule.action() == Action.LOG)
                .filter(rule -> rule.enabled() && rule.direction() == direction && !rule.isAboutDeviceItself())
                .toList();
    }

    private static Verdict verdict(Action action, Cause cause) {
        return action == Action.BLOCK ? new Verdict.Drop(cause) : new Verdict.Pass(cause);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet set
                && dialect == set.dialect
                && enabled == set.enabled
                && rules.equals(set.rules);
    }

    @Override
    public int hashCode() {
        return Objects.hash(dialect, enabled, rules);
    }

    @Override
    public String toString() {
        return dialect.label() + ", " + (enabled ? "on" : "off") + ": " + rules;
    }
}
