package org.wec7emu.firewall.enforce.socket;

import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.PortPolicy;
import org.wec7emu.firewall.enforce.RulesOfNow;

/** The programs that a rule set becomes on the device's TCP ports, for a person to read. */
public final class FilterListing {
    private static final int LOWEST_PORT = 1;
    private static final int HIGHEST_PORT = 65_535;
    private static final int NAMED_RULES = 4;

    private final List<Rule> rules;
    private final boolean otherwise;

    private FilterListing(RuleSet set) {
        rules = set.enabled() ? set.inDecidingOrder(Direction.INBOUND) : List.of();
        otherwise = !set.enabled() || set.dialect().otherwise(Direction.INBOUND) == Action.ALLOW;
    }

    /**
     * A block for each range of ports that have the same program: a line with the ports and what they do, and the program as
     * bpfc and {@code bpf_dbg} write it; two where a socket of IPv6, which may also get packets of IPv4, has another than one
     * of IPv4.
     *
     * @param rules for now; of a set whose rules change with the hour, what {@link RuleSet#at} gives
     * @throws EnforcementException when rules depend on the time, or some port's program is longer than the kernel takes
     */
    public static String of(RuleSet rules) throws EnforcementException {
        RulesOfNow.check(rules);
        StringBuilder text = new StringBuilder();
        for (Block block : new FilterListing(rules).blocks()) {
            text.append(text.isEmpty() ? "" : "\n").append(block.text());
        }
        return text.toString();
    }

    /** Goes from one port where a rule begins or ends to the next: between them all ports have the same policy. */
    private List<Block> blocks() throws EnforcementException {
        NavigableMap<Integer, List<Integer>> changes = changes();
        NavigableSet<Integer> concerned = new TreeSet<>();
        List<Block> blocks = new ArrayList<>();
        for (Map.Entry<Integer, List<Integer>> entry : changes.entrySet()) {
            int first = entry.getKey();
            for (int index : entry.getValue()) {
                if (!concerned.remove(index)) {
                    concerned.add(index);
                }
            }
            if (first > HIGHEST_PORT) {
                break;
            }
            Integer next = changes.higherKey(first);
            int last = next == null ? HIGHEST_PORT : next - 1;
            Block block = block(new PortRange(first, last), concerned);
            Block before = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (before != null && before.sameAs(block)) {
                blocks.set(blocks.size() - 1, before.upTo(last));
            } else {
                blocks.add(block);
            }
        }
        return blocks;
    }

    /** The rules, by their place in the deciding order, that begin or end to be about a port. */
    private NavigableMap<Integer, List<Integer>> changes() {
        NavigableMap<Integer, List<Integer>> changes = new TreeMap<>();
        changes.put(LOWEST_PORT, new ArrayList<>());
        for (int i = 0; i < rules.size(); i++) {
            portsOf(rules.get(i).traffic()).ifPresent(add(changes, i));
        }
        return changes;
    }

    private static Consumer<PortRange> add(Map<Integer, List<Integer>> changes, int index) {
        return ports -> {
            changes.computeIfAbsent(Math.max(LOWEST_PORT, ports.first()), port -> new ArrayList<>())
                    .add(index);
            changes.computeIfAbsent(ports.last() + 1, port -> new ArrayList<>()).add(index);
        };
    }

    /** Empty for what is about no TCP segment. */
    private static Optional<PortRange> portsOf(Traffic traffic) {
        if (traffic instanceof Traffic.Tcp tcp) {
            return Optional.of(tcp.ports()).filter(ports -> ports.last() >= LOWEST_PORT);
        }
        boolean allTcp = traffic instanceof Traffic.Any
                || (traffic instanceof Traffic.Protocol protocol && protocol.number() == 6);
        return allTcp ? Optional.of(new PortRange(LOWEST_PORT, HIGHEST_PORT)) : Optional.empty();
    }

    private Block block(PortRange ports, Set<Integer> concerned) throws EnforcementException {
        PortPolicy policy = new PortPolicy(concerned.stream().map(rules::get).toList(), otherwise);
        try {
            return new Block(
                    ports,
                    policy,
                    FilterCompiler.compile(policy, StandardProtocolFamily.INET),
                    FilterCompiler.compile(policy, StandardProtocolFamily.INET6));
        } catch (EnforcementException e) {
            throw new EnforcementException(heading(ports) + ": " + e.getMessage(), e);
        }
    }

    private static String heading(PortRange ports) {
        return (ports.isSinglePort() ? "TCP port " : "TCP ports ") + ports;
    }

    /** Ports with the same programs. */
    private record Block(
            PortRange ports, PortPolicy policy, Optional<FilterProgram> ipv4, Optional<FilterProgram> dual) {
        boolean sameAs(Block other) {
            return ipv4.equals(other.ipv4)
                    && dual.equals(other.dual)
                    && verdicts().equals(other.verdicts());
        }

        Block upTo(int last) {
            return new Block(new PortRange(ports.first(), last), policy, ipv4, dual);
        }

        String text() {
            String head = "; " + heading(ports) + ": " + verdicts();
            return ipv4.equals(dual)
                    ? head + lines(ipv4)
                    : head + "\n; a socket of IPv4" + lines(ipv4) + "; a socket of IPv6, which may get IPv4 as well"
                            + lines(dual);
        }

        private String verdicts() {
            PortPolicy forIpv4 = policy.among(StandardProtocolFamily.INET);
            PortPolicy forIpv6 = policy.among(StandardProtocolFamily.INET6);
            String in4 = verdict(forIpv4);
            String in6 = verdict(forIpv6);
            return in4.equals(in6) ? in4 : "in IPv4 " + in4 + "; in IPv6 " + in6;
        }

        private static String verdict(PortPolicy policy) {
            String rest = policy.otherwise() ? "pass all" : "drop all";
            if (policy.isUniform()) {
                return rest;
            }
            String names =
                    policy.rules().stream().limit(NAMED_RULES).map(Rule::name).collect(Collectors.joining(", "));
            int more = policy.rules().size() - NAMED_RULES;
            return "by the addresses of " + names + (more > 0 ? " and " + more + " more" : "") + ", else " + rest;
        }

        private static String lines(Optional<FilterProgram> program) {
            return program.map(it -> "\n" + it + "\n").orElse(": no filter\n");
        }
    }
}
