package org.wec7emu.firewall.enforce.nftables;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/** Rules of each action, direction and traffic, with hosts of both families and without. */
final class EveryKindOfRule {
    static final List<Rule> RULES = rules();

    private EveryKindOfRule() {}

    private static List<Rule> rules() {
        List<Traffic> traffics = List.of(
                Traffic.tcp(21),
                new Traffic.Tcp(new PortRange(0, 65535)),
                new Traffic.Udp(new PortRange(100, 200)),
                Traffic.Icmp.of(8, 0),
                new Traffic.Icmp(OptionalInt.of(3), OptionalInt.empty()),
                new Traffic.Icmp(OptionalInt.empty(), OptionalInt.of(1)),
                new Traffic.Icmp(OptionalInt.empty(), OptionalInt.empty()),
                new Traffic.Icmpv6(OptionalInt.of(128), OptionalInt.of(0)),
                new Traffic.Icmpv6(OptionalInt.of(135), OptionalInt.empty()),
                new Traffic.Protocol(50),
                new Traffic.Protocol(0),
                new Traffic.Protocol(255),
                Traffic.any());
        List<Rule> rules = new ArrayList<>();
        for (Action action : Action.values()) {
            for (Direction direction : Direction.values()) {
                for (Traffic traffic : traffics) {
                    Rule rule = direction == Direction.INBOUND
                            ? Rule.inbound("", action, traffic)
                            : Rule.outbound("", action, traffic);
                    rules.add(named(rule, rules.size()));
                    rules.add(named(rule.from(AddressRange.parse("10.1.2.3/13")), rules.size()));
                    rules.add(named(rule.from(AddressRange.parse("fe80::1:2/77")), rules.size()));
                    rules.add(named(rule.ofDevice(AddressRange.parse("0.0.0.0/0")), rules.size()));
                }
            }
        }
        return rules;
    }

    private static Rule named(Rule rule, int number) {
        return new Rule(
                "rule \"" + number + "\" \\ of \u00fcmlaut; # {}",
                rule.action(),
                rule.direction(),
                rule.traffic(),
                rule.publicHost(),
                rule.privateHost(),
                true);
    }
}
