package org.wec7emu.firewall.enforce;

import java.util.Optional;
import org.wec7emu.firewall.RuleSet;

/** One way to enforce rules on this machine. */
public interface Enforcer {
    EnforcementLevel level();

    /** The only place for whose device it can be used; empty when for any. */
    default Optional<Placement> onlyFor() {
        return Optional.empty();
    }

    /** Whether this process may use it on this kernel: found out by trying, never assumed. Takes milliseconds. */
    Availability probe();

    /** What it can't reproduce of a device's firewall, in a phrase; empty when nothing. */
    String limits();

    /**
     * Starts to enforce {@code rules} for one device.
     *
     * @param rules for now; of a set whose rules change with the hour, what {@link RuleSet#at} gives
     * @throws EnforcementException when it can't be had on this machine, can't express the rules, or they depend on the time
     */
    Enforcement start(RuleSet rules) throws EnforcementException;
}
