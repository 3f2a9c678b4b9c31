package org.wec7emu.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
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
                "auto|nftables|socket|backlog",
                "What enforces the firewall: the kernel's packet filter (needs root or CAP_NET_ADMIN, libnftables1, and an"
                        + " address of the device's own: --bind 127.0.0.21), a filter on each socket (needs CAP_NET_ADMIN on"
                        + " newer kernels), a full accept queue (needs nothing), or the best that works here (auto, the"
                        + " default).");
    }

    Choice choose(Placement placement) throws BadInput {
        String level = command.value(ENFORCE);
        try {
            if (level == null || level.equalsIgnoreCase("auto")) {
                return Enforcers.best(placement);
            }
            for (EnforcementLevel known : EnforcementLevel.values()) {
                if (known.label().equalsIgnoreCase(level)) {
                    return new Choice(Enforcers.named(known, placement), List.of());
                }
            }
        } catch (EnforcementException e) {
            throw new BadInput(e);
        }
        throw new BadInput(
                "--enforce " + level + ": there is no such level; there are: auto, nftables, socket, backlog");
    }

    /** The level that was asked for, at such a place; empty where the best is to be chosen. */
    Optional<Enforcer> named(Placement placement) throws BadInput {
        String level = command.value(ENFORCE);
        if (level == null || level.equalsIgnoreCase("auto")) {
            return Optional.empty();
        }
        return Optional.of(choose(placement).enforcer());
    }

    /** What enforces the firewall, as in "a packet filter on each socket (socket)". */
    static String describe(Choice choice) {
        String how =
                switch (choice.enforcer().level()) {
                    case NFTABLES -> "the kernel's packet filter";
                    case SOCKET -> "a packet filter on each socket";
                    case BACKLOG -> "accept queues kept full";
                };
        return how + " (" + choice.enforcer().level().label() + ")";
    }

    /** What this machine can't do as the device does, and why no stronger level was taken; a line each. */
    static List<String> reservations(Choice choice, RuleSet rules) {
        List<String> lines = new ArrayList<>();
        if (!choice.enforcer().limits().isEmpty()) {
            lines.add("not as on the device: " + choice.enforcer().limits());
        }
        if (choice.enforcer().level() != EnforcementLevel.NFTABLES && logs(rules)) {
            lines.add("not as on the device: rules that log note nothing");
        }
        choice.passedOver().forEach(reason -> lines.add("not " + reason));
        return lines;
    }

    private static boolean logs(RuleSet rules) {
        return rules.rules().stream().anyMatch(rule -> rule.enabled() && rule.action() == Action.LOG);
    }
}
