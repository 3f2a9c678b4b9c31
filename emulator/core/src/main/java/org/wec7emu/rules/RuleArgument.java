package org.wec7emu.rules;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;

/** What a user may write behind {@code --allow} and {@code --block}: {@code PROTOCOL[/PORTS][@HOST]}. */
public final class RuleArgument {
    /** Its form. */
    public static final String LABEL = "PROTOCOL[/PORTS][@HOST]";

    private static final String EXAMPLES = "as in tcp/21, tcp/20-21@192.168.0.0/24, udp/161, icmp or any";
    private static final int ESP = 50;
    private static final int AH = 51;

    private RuleArgument() {}

    /**
     * The rule, without a name yet.
     *
     * @param where it stands
     * @throws IllegalArgumentException when it is no rule; the message says why
     */
    public static Rule rule(String where, Action action, String text) {
        int at = text.indexOf('@');
        String what = at < 0 ? text : text.substring(0, at);
        try {
            Rule rule = Rule.inbound("", action, traffic(what));
            return at < 0 ? rule : rule.from(AddressRange.parse(text.substring(at + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + " " + text + ": " + e.getMessage(), e);
        }
    }

    /** How a rule would be written; empty when it says more than can be. */
    public static Optional<String> words(Rule rule) {
        return rule.privateHost().isPresent()
                ? Optional.empty()
                : words(rule.traffic())
                        .map(what -> what
                                + rule.publicHost()
                                        .map(host -> "@" + AddressLiteral.of(host))
                                        .orElse(""));
    }

    private static Traffic traffic(String text) {
        int slash = text.indexOf('/');
        String protocol = (slash < 0 ? text : text.substring(0, slash)).toLowerCase(Locale.ROOT);
        boolean hasPorts = protocol.equals("tcp") || protocol.equals("udp");
        if (hasPorts && slash >= 0) {
            PortRange ports = PortRange.parse(text.substring(slash + 1));
            if (ports.first() == 0) {
                throw new IllegalArgumentException("there is no port 0 (1-65535)");
            }
            return protocol.equals("tcp") ? new Traffic.Tcp(ports) : new Traffic.Udp(ports);
        }
        Traffic traffic =
                switch (protocol) {
                    case "icmp" -> new Traffic.Icmp(OptionalInt.empty(), OptionalInt.empty());
                    case "icmpv6" -> new Traffic.Icmpv6(OptionalInt.empty(), OptionalInt.empty());
                    case "esp" -> new Traffic.Protocol(ESP);
                    case "ah" -> new Traffic.Protocol(AH);
                    case "any" -> Traffic.any();
                    default -> throw new IllegalArgumentException("it takes a protocol and ports, " + EXAMPLES);
                };
        if (slash >= 0) {
            throw new IllegalArgumentException("only tcp and udp have ports; " + protocol + " stands alone");
        }
        return traffic;
    }

    private static Optional<String> words(Traffic traffic) {
        if (traffic instanceof Traffic.Tcp tcp) {
            return Optional.of("tcp/" + tcp.ports());
        } else if (traffic instanceof Traffic.Udp udp) {
            return Optional.of("udp/" + udp.ports());
        } else if (traffic instanceof Traffic.Icmp) {
            return Optional.of("icmp");
        } else if (traffic instanceof Traffic.Icmpv6) {
            return Optional.of("icmpv6");
        } else if (traffic instanceof Traffic.Protocol protocol) {
            return switch (protocol.number()) {
                case ESP -> Optional.of("esp");
                case AH -> Optional.of("ah");
                default -> Optional.empty();
            };
        }
        return Optional.of("any");
    }
}
