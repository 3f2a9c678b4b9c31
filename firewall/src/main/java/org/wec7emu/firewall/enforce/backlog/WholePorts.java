package org.wec7emu.firewall.enforce.backlog;

import java.net.StandardProtocolFamily;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.PortPolicy;
import org.wec7emu.firewall.enforce.RulesOfNow;

/** Verdicts that are the same for everybody. */
final class WholePorts {
    private static final int HIGHEST = 65535;

    private WholePorts() {}

    /**
     * Looks at every TCP port of IPv4.
     *
     * @throws EnforcementException when one is open to some and closed to others, or some rules are in force at certain
     *     times only
     */
    static void check(RuleSet rules) throws EnforcementException {
        RulesOfNow.check(rules);
        // Between one end of a range and the next nothing changes.
        SortedSet<Integer> changes = new TreeSet<>();
        changes.add(1);
        for (Rule rule : rules.rules()) {
            if (rule.traffic() instanceof Traffic.Tcp tcp) {
                changes.add(Math.max(1, tcp.ports().first()));
                changes.add(Math.min(HIGHEST, tcp.ports().last() + 1));
            }
        }
        for (int port : changes) {
            passes(rules, StandardProtocolFamily.INET, port);
        }
    }

    /**
     * Whether attempts to connect to that port pass.
     *
     * @param family of the listening socket; one of IPv6 gets both
     * @throws EnforcementException when it depends on the address
     */
    static boolean passes(RuleSet rules, StandardProtocolFamily family, int logicalPort) throws EnforcementException {
        PortPolicy all = PortPolicy.of(rules, logicalPort);
        PortPolicy ipv4 = all.among(StandardProtocolFamily.INET);
        PortPolicy own = all.among(family);
        if (!ipv4.isUniform()) {
            throw dependsOn(ipv4.rules().get(0), logicalPort);
        }
        if (!own.isUniform()) {
            throw dependsOn(own.rules().get(0), logicalPort);
        }
        if (ipv4.otherwise() != own.otherwise()) {
            throw dependsOn(all.rules().get(0), logicalPort);
        }
        return own.otherwise();
    }

    private static EnforcementException dependsOn(Rule rule, int port) {
        return new EnforcementException("rule " + rule.name() + " (" + rule.caption() + ") makes TCP port " + port
                + " depend on an address, and the enforcement level backlog knows only whole ports:"
                + " use the level socket, or take the address out of the rule");
    }
}
