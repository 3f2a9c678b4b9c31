package org.wec7emu.firewall.enforce.choice;

import java.util.ArrayList;
import java.util.List;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;
import org.wec7emu.firewall.enforce.backlog.BacklogEnforcer;
import org.wec7emu.firewall.enforce.nftables.NftablesEnforcer;
import org.wec7emu.firewall.enforce.socket.SocketEnforcer;

/** The ways to enforce rules on this machine. */
public final class Enforcers {
    private Enforcers() {}

    /**
     * The strongest level that works here for a device at such a place.
     *
     * @throws EnforcementException when none does; the message says why, level by level
     */
    public static Choice best(Placement placement) throws EnforcementException {
        List<Enforcer> strongestFirst = new ArrayList<>();
        for (EnforcementLevel level : EnforcementLevel.values()) {
            strongestFirst.add(enforcer(level, placement));
        }
        return best(strongestFirst);
    }

    static Choice best(List<Enforcer> strongestFirst) throws EnforcementException {
        List<String> passedOver = new ArrayList<>();
        for (Enforcer enforcer : strongestFirst) {
            if (enforcer.probe() instanceof Availability.Unavailable unavailable) {
                passedOver.add(enforcer.level().label() + ": " + unavailable.reason());
            } else {
                return new Choice(enforcer, passedOver);
            }
        }
        throw new EnforcementException("firewall rules can't be enforced on this machine: "
                + String.join("; ", passedOver) + "; run the device with the firewall off");
    }

    /**
     * The enforcer of one level, for a device at {@link Placement#SHARED}.
     *
     * @throws EnforcementException when it doesn't work here; the message says why and what to do instead
     */
    public static Enforcer named(EnforcementLevel level) throws EnforcementException {
        return named(level, Placement.SHARED);
    }

    /**
     * The enforcer of one level for a device at such a place.
     *
     * @throws EnforcementException when it doesn't work here; the message says why and what to do instead
     */
    public static Enforcer named(EnforcementLevel level, Placement placement) throws EnforcementException {
        return checked(enforcer(level, placement));
    }

    static Enforcer checked(Enforcer enforcer) throws EnforcementException {
        if (enforcer.probe() instanceof Availability.Unavailable unavailable) {
            throw new EnforcementException(
                    "the enforcement level " + enforcer.level().label() + " can't be had here: " + unavailable.reason()
                            + "; let the best level that works be chosen (auto)");
        }
        return enforcer;
    }

    private static Enforcer enforcer(EnforcementLevel level, Placement placement) {
        return switch (level) {
            case NFTABLES -> new NftablesEnforcer(placement);
            case SOCKET -> new SocketEnforcer();
            case BACKLOG -> new BacklogEnforcer();
        };
    }

    /**
     * What was chosen.
     *
     * @param passedOver for each stronger level its name and why it wasn't taken, strongest first
     */
    public record Choice(Enforcer enforcer, List<String> passedOver) {
        public Choice {
            passedOver = List.copyOf(passedOver);
        }
    }
}
