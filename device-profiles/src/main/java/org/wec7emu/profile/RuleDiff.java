package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/**
 * The rules in which two firewalls differ. A rule is known by what it is about, whatever it is called: one that only has
 * another name is the same, and two about the same traffic and hosts are one rule that was changed.
 */
final class RuleDiff {
    /** Before the name of a rule. */
    static final String PATH = "firewall.rules.";

    private final Map<String, ProfileValue> valuesOfFirst;
    private final Map<String, ProfileValue> valuesOfSecond;
    private final List<Rule> onlyFirst;
    private final List<Rule> onlySecond;
    private final List<Difference> changed = new ArrayList<>();

    private RuleDiff(DeviceInState first, DeviceInState second) {
        valuesOfFirst = byPath(first);
        valuesOfSecond = byPath(second);
        onlyFirst = new ArrayList<>(first.profile().firewall().rules());
        onlySecond = new ArrayList<>(second.profile().firewall().rules());
    }

    static List<Difference> of(DeviceInState first, DeviceInState second) {
        List<String> order = first.profile().firewall().rules().stream()
                .map(rule -> PATH + rule.name())
                .toList();
        List<Difference> all = new RuleDiff(first, second).differences();
        all.sort(Comparator.comparingInt(difference ->
                difference.first().map(value -> order.indexOf(value.path())).orElse(order.size())));
        return all;
    }

    private List<Difference> differences() {
        // Of several that are the same, those of one name belong together.
        pair((one, other) -> isSame(one, other) && one.name().equals(other.name()), false);
        pair(RuleDiff::isSame, false);
        pair(RuleDiff::isAboutTheSame, true);
        List<Difference> all = new ArrayList<>(changed);
        onlyFirst.forEach(rule -> all.add(new Difference.OnlyFirst(PATH + rule.name(), value(rule, valuesOfFirst))));
        onlySecond.forEach(rule -> all.add(new Difference.OnlySecond(PATH + rule.name(), value(rule, valuesOfSecond))));
        return all;
    }

    /** Takes away, in order, what belongs together. */
    private void pair(BiPredicate<Rule, Rule> together, boolean differ) {
        for (Iterator<Rule> ones = onlyFirst.iterator(); ones.hasNext(); ) {
            Rule one = ones.next();
            for (Iterator<Rule> others = onlySecond.iterator(); others.hasNext(); ) {
                Rule other = others.next();
                if (together.test(one, other)) {
                    if (differ) {
                        changed.add(new Difference.Changed(
                                PATH + names(one, other), value(one, valuesOfFirst), value(other, valuesOfSecond)));
                    }
                    ones.remove();
                    others.remove();
                    break;
                }
            }
        }
    }

    /** The same from either side. */
    private static String names(Rule one, Rule other) {
        int order = one.name().compareTo(other.name());
        if (order == 0) {
            return one.name();
        }
        return order < 0 ? one.name() + " / " + other.name() : other.name() + " / " + one.name();
    }

    private static boolean isAboutTheSame(Rule one, Rule other) {
        return one.covers(other) && other.covers(one);
    }

    private static boolean isSame(Rule one, Rule other) {
        return one.action() == other.action()
                && one.enabled() == other.enabled()
                && one.when().equals(other.when())
                && isAboutTheSame(one, other);
    }

    private static ProfileValue value(Rule rule, Map<String, ProfileValue> values) {
        String path = PATH + rule.name();
        ProfileValue value = values.get(path);
        if (value == null) {
            throw new IllegalStateException("no evidence for " + path);
        }
        return new ProfileValue(path, rule.caption() + protocol(rule.traffic()), value.evidence(), value.position());
    }

    /** What the caption of a range of ports leaves out. */
    private static String protocol(Traffic traffic) {
        if (traffic instanceof Traffic.Tcp tcp) {
            return ofRange(tcp.ports(), " (TCP)");
        }
        return traffic instanceof Traffic.Udp udp ? ofRange(udp.ports(), " (UDP)") : "";
    }

    private static String ofRange(PortRange ports, String protocol) {
        return ports.isSinglePort() ? "" : protocol;
    }

    private static Map<String, ProfileValue> byPath(DeviceInState device) {
        Map<String, ProfileValue> values = new HashMap<>();
        device.values().forEach(value -> values.put(value.path(), value));
        return values;
    }
}
