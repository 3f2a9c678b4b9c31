package org.wec7emu.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/** What a user may change of an image's firewall for one run. */
final class FirewallOptions {
    private static final String SWITCH = "--firewall";
    private static final String ALLOW = "--allow";

    private final Subcommand command;

    FirewallOptions(Subcommand command) {
        this.command = command;
        command.option(SWITCH, "on|off", "Switch the firewall; as in the image's state unless told.");
        command.repeatable(
                ALLOW,
                "PROTOCOL/PORTS",
                "Enter ports in the firewall, such as tcp/20-21 or udp/161; may be given several times.");
    }

    RuleSet applyTo(RuleSet rules) throws BadInput {
        RuleSet result = switched(rules, command.value(SWITCH));
        for (String ports : command.values(ALLOW)) {
            result = result.with(Rule.allow(result.freeName(), traffic(ports)));
        }
        return result;
    }

    private static RuleSet switched(RuleSet rules, @Nullable String position) throws BadInput {
        if (position == null) {
            return rules;
        }
        return switch (position.toLowerCase(Locale.ROOT)) {
            case "on" -> rules.withEnabled(true);
            case "off" -> rules.withEnabled(false);
            default -> throw new BadInput(SWITCH + " " + position + ": it takes on or off");
        };
    }

    private static Traffic traffic(String text) throws BadInput {
        int slash = text.indexOf('/');
        String protocol = slash < 0 ? "" : text.substring(0, slash).toLowerCase(Locale.ROOT);
        try {
            if (protocol.equals("tcp")) {
                return new Traffic.Tcp(PortRange.parse(text.substring(slash + 1)));
            } else if (protocol.equals("udp")) {
                return new Traffic.Udp(PortRange.parse(text.substring(slash + 1)));
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("--allow " + text + ": " + e.getMessage());
        }
        throw new BadInput("--allow " + text + ": it takes a protocol and ports, as in tcp/21, tcp/20-21 or udp/161");
    }
}
