package org.wec7emu.cli;

import java.util.Locale;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.firewall.enforce.choice.Enforcers.Choice;

/** What is to enforce the firewall. */
final class EnforceOption {
    private static final String ENFORCE = "--enforce";

    private final Subcommand command;

    EnforceOption(Subcommand command) {
        this.command = command;
        command.option(
                ENFORCE,
                "auto|socket|backlog",
                "What enforces the firewall: a filter on each socket (needs CAP_NET_ADMIN on newer kernels), a full accept"
                        + " queue (needs nothing), or the best that works here (auto, the default).");
    }

    Choice choose() throws BadInput {
        String level = command.value(ENFORCE);
        try {
            if (level == null || level.equalsIgnoreCase("auto")) {
                return Enforcers.best();
            }
            for (EnforcementLevel known : EnforcementLevel.values()) {
                if (known.label().equalsIgnoreCase(level)) {
                    return new Choice(Enforcers.named(known), java.util.List.of());
                }
            }
        } catch (EnforcementException e) {
            throw new BadInput(e);
        }
        throw new BadInput("--enforce " + level + ": there is no such level; there are: auto, socket, backlog");
    }

    /** As in "a packet filter on each socket (socket); it can't do this and that". */
    static String describe(Choice choice) {
        Enforcer enforcer = choice.enforcer();
        String what =
                switch (enforcer.level()) {
                    case SOCKET -> "a packet filter on each socket";
                    case BACKLOG -> "full accept queues";
                };
        StringBuilder text = new StringBuilder(what)
                .append(" (")
                .append(enforcer.level().name().toLowerCase(Locale.ROOT))
                .append(')');
        if (!enforcer.limits().isEmpty()) {
            text.append("; can't reproduce: ").append(enforcer.limits());
        }
        choice.passedOver().forEach(reason -> text.append(System.lineSeparator())
                .append("          not ")
                .append(reason));
        return text.toString();
    }
}
