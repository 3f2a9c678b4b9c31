package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/**
 * Rules that come to the same verdict and differ only in their ports, or only in their hosts: one line of a chain, in which the
 * kernel looks up a set instead of trying rule after rule.
 *
 * @param match what they look for; empty for all packets
 * @param names of the rules
 */
record Clause(String match, Action action, String names) {
    /**
     * The rules that can match a packet of the device. Which of several with the same action comes first decides nothing, so
     * they are put together as far as that goes.
     *
     * @param deciding the rules of one direction, those of the action that beats the other first
     */
    static List<Clause> of(List<Rule> deciding, InetAddress device) {
        Map<Object, List<Rule>> groups = new LinkedHashMap<>();
        for (Rule rule : deciding) {
            if (Match.concerns(rule, device)) {
                groups.computeIfAbsent(key(rule), absent -> new ArrayList<>()).add(rule);
            }
        }
        List<Clause> clauses = new ArrayList<>();
        for (List<Rule> group : groups.values()) {
            clauses.add(of(group));
        }
        return clauses;
    }

    private static Object key(Rule rule) {
        boolean anybody = Match.host(rule).isEmpty();
        if (anybody && rule.traffic() instanceof Traffic.Tcp) {
            return List.of(rule.action(), "tcp");
        } else if (anybody && rule.traffic() instanceof Traffic.Udp) {
            return List.of(rule.action(), "udp");
        }
        return List.of(rule.action(), rule.traffic(), anybody);
    }

    private static Clause of(List<Rule> group) {
        Rule first = group.get(0);
        String names = group.stream().map(Rule::name).collect(Collectors.joining(", "));
        List<AddressRange> hosts = outermost(
                group.stream().flatMap(rule -> Match.host(rule).stream()).toList());
        return new Clause(Match.both(Match.hosts(first.direction(), hosts), traffic(group)), first.action(), names);
    }

    private static String traffic(List<Rule> group) {
        Traffic first = group.get(0).traffic();
        if (first instanceof Traffic.Tcp) {
            return Match.ports(
                    "tcp",
                    union(group.stream()
                            .map(rule -> ((Traffic.Tcp) rule.traffic()).ports())
                            .toList()));
        } else if (first instanceof Traffic.Udp) {
            return Match.ports(
                    "udp",
                    union(group.stream()
                            .map(rule -> ((Traffic.Udp) rule.traffic()).ports())
                            .toList()));
        }
        return Match.traffic(first);
    }

    /** The same ports in ranges that don't overlap, as the kernel's sets want them. */
    private static List<PortRange> union(List<PortRange> ranges) {
        List<PortRange> sorted = new ArrayList<>(ranges);
        sorted.sort(Comparator.comparingInt(PortRange::first));
        List<PortRange> union = new ArrayList<>();
        for (PortRange range : sorted) {
            PortRange last = union.isEmpty() ? null : union.get(union.size() - 1);
            if (last != null && range.first() <= last.last() + 1) {
                union.set(union.size() - 1, new PortRange(last.first(), Math.max(last.last(), range.last())));
            } else {
                union.add(range);
            }
        }
        return union;
    }

    /** The ranges that don't lie within another; two that share an address always do. */
    private static List<AddressRange> outermost(List<AddressRange> ranges) {
        List<AddressRange> sorted = new ArrayList<>(ranges);
        // So that a range is followed by those within it.
        sorted.sort(
                Comparator.comparing(RangeText::first, Arrays::compareUnsigned).thenComparingInt(AddressRange::prefix));
        List<AddressRange> outermost = new ArrayList<>();
        for (AddressRange range : sorted) {
            if (outermost.isEmpty() || !outermost.get(outermost.size() - 1).contains(range.base())) {
                outermost.add(range);
            }
        }
        return outermost;
    }
}
