package org.wec7emu.firewall.enforce;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;

/**
 * What a rule set says about attempts to connect to one TCP port: all that is left to look at is the two addresses.
 *
 * @param rules in the order in which they decide: of the first whose addresses match, the action holds (ALLOW or BLOCK)
 * @param otherwise whether an attempt passes that none of them matches
 */
public record PortPolicy(List<Rule> rules, boolean otherwise) {
    public PortPolicy {
        rules = List.copyOf(rules);
    }

    /**
     * What {@code set} says about one port.
     *
     * @param set without rules that are in force at certain times only; see {@link RulesOfNow}
     * @param logicalPort the port as the device knows it, 1 to 65535
     */
    public static PortPolicy of(RuleSet set, int logicalPort) {
        if (!set.enabled()) {
            return new PortPolicy(List.of(), true);
        }
        Packet attempt = attemptTo(logicalPort);
        List<Rule> concerned = set.inDecidingOrder(Direction.INBOUND).stream()
                .filter(rule -> rule.traffic().matches(attempt))
                .toList();
        return new PortPolicy(concerned, set.dialect().otherwise(Direction.INBOUND) == Action.ALLOW);
    }

    /**
     * The same for packets of one IP version alone and without rules that make no difference there. An IPv6 socket may also
     * receive packets of IPv4.
     */
    public PortPolicy among(StandardProtocolFamily ipVersion) {
        int bytes = ipVersion == StandardProtocolFamily.INET6 ? 16 : 4;
        List<Rule> kept = new ArrayList<>();
        boolean last = otherwise;
        for (Rule rule : rules) {
            if (!ofLength(rule.publicHost(), bytes) || !ofLength(rule.privateHost(), bytes)) {
                continue;
            }
            if (matchesAll(rule.publicHost()) && matchesAll(rule.privateHost())) {
                last = passes(rule);
                break;
            }
            kept.add(rule);
        }
        while (!kept.isEmpty() && passes(kept.get(kept.size() - 1)) == last) {
            kept.remove(kept.size() - 1);
        }
        return new PortPolicy(kept, last);
    }

    /** Whether it is the same for all addresses; complete only on what {@link #among} returns. */
    public boolean isUniform() {
        return rules.isEmpty();
    }

    /** What an attempt with these addresses meets. */
    public boolean passes(InetAddress source, InetAddress destination) {
        return rules.stream()
                .filter(rule -> contains(rule.publicHost(), source) && contains(rule.privateHost(), destination))
                .findFirst()
                .map(PortPolicy::passes)
                .orElse(otherwise);
    }

    /** Whether a rule that decides lets the packet pass. */
    public static boolean passes(Rule rule) {
        return rule.action() == Action.ALLOW;
    }

    private static Packet attemptTo(int logicalPort) {
        InetAddress any = new InetSocketAddress(0).getAddress();
        return Packet.Tcp.syn(
                Direction.INBOUND, new InetSocketAddress(any, 0), new InetSocketAddress(any, logicalPort));
    }

    private static boolean contains(Optional<AddressRange> range, InetAddress address) {
        return range.map(it -> it.contains(address)).orElse(true);
    }

    private static boolean ofLength(Optional<AddressRange> range, int bytes) {
        return range.map(it -> it.base() instanceof Inet4Address ? 4 : 16).orElse(bytes) == bytes;
    }

    private static boolean matchesAll(Optional<AddressRange> range) {
        return range.map(it -> it.prefix() == 0).orElse(true);
    }
}
