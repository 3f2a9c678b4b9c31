package org.wec7emu.measure.probe;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Cause;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.Verdict;
import org.wec7emu.measure.client.Reach;

/**
 * What can be said of a firewall by what ports are to a client: silent where it drops, open or closed where it lets through.
 *
 * @param rules those of an image, changed as little as gives each port what was seen
 * @param contradictions ports for which that can't be had by a rule a port
 */
record FirewallReading(RuleSet rules, List<Integer> contradictions) {

    static FirewallReading of(Findings findings, RuleSet image) {
        RuleSet rules = findings.isAnythingSilent() ? image.withEnabled(true) : image;
        Map<Integer, Reach> looks = findings.looks();
        if (!findings.isAnythingSilent() && !disagreeing(findings, rules, looks).isEmpty()) {
            rules = image.withEnabled(false);
        }
        for (int port : disagreeing(findings, rules, looks)) {
            rules = changed(rules, packet(findings, port), port, looks.get(port) != Reach.SILENT);
        }
        return new FirewallReading(rules, disagreeing(findings, rules, looks));
    }

    /** How many of the ports an image's rules give what was seen. */
    static int agreeing(Findings findings, RuleSet image) {
        Map<Integer, Reach> looks = findings.looks();
        return looks.size() - disagreeing(findings, image, looks).size();
    }

    private static List<Integer> disagreeing(Findings findings, RuleSet rules, Map<Integer, Reach> looks) {
        List<Integer> ports = new ArrayList<>();
        looks.forEach((port, reach) -> {
            boolean passes = rules.decide(packet(findings, port)).passes();
            if (reach != Reach.UNREACHABLE && passes != (reach != Reach.SILENT)) {
                ports.add(port);
            }
        });
        return ports;
    }

    private static Packet packet(Findings findings, int port) {
        return Packet.Tcp.syn(
                Direction.INBOUND,
                new InetSocketAddress(findings.client(), 0),
                new InetSocketAddress(findings.target().control().getAddress(), port));
    }

    private static RuleSet changed(RuleSet rules, Packet packet, int port, boolean pass) {
        Traffic traffic = new Traffic.Tcp(new PortRange(port, port));
        if (pass) {
            Rule rule = Rule.allow(rules.freeName(), traffic);
            return rules.with(rules.dialect() == Dialect.FW6 ? rule.ofDevice(AddressRange.ALL_IPV4) : rule);
        }
        Verdict verdict = rules.decide(packet);
        Optional<Rule> deciding =
                verdict.cause() instanceof Cause.ByRule by ? Optional.of(by.rule()) : Optional.empty();
        boolean onlyThis = deciding.filter(rule -> rule.traffic().equals(traffic) && rule.action() == Action.ALLOW)
                .isPresent();
        return onlyThis ? rules.without(deciding.orElseThrow().name()) : rules;
    }
}
