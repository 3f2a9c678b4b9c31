package org.wec7emu.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.rules.RuleArgument;

/** What a user may change of an image's firewall for one run. */
final class FirewallOptions {
    private static final String SWITCH = "--firewall";
    private static final String ALLOW = "--allow";
    private static final String BLOCK = "--block";

    private final Subcommand command;

    FirewallOptions(Subcommand command) {
        this.command = command;
        command.option(SWITCH, "on|off", "Switch the firewall; as in the image's state unless told.");
        command.repeatable(
                ALLOW,
                RuleArgument.LABEL,
                "Enter a rule that lets in: ports such as tcp/20-21 or udp/161, or icmp, icmpv6, esp, ah or any; with"
                        + " @HOST from that address or range alone, as in tcp/21@192.168.0.0/24. May be given several"
                        + " times.");
        command.repeatable(
                BLOCK,
                RuleArgument.LABEL,
                "Enter a rule that drops, written the same way. Rules that are wholly about what is blocked are taken out"
                        + " where they would win. May be given several times.");
    }

    RuleSet applyTo(RuleSet rules) throws BadInput {
        RuleSet switched = switched(rules, command.value(SWITCH));
        return new RuleEntry()
                .add(ALLOW, ALLOW, Action.ALLOW, command.values(ALLOW))
                .add(BLOCK, BLOCK, Action.BLOCK, command.values(BLOCK))
                .into(switched, remark -> command.err().println("wec7emu: " + remark));
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
}
