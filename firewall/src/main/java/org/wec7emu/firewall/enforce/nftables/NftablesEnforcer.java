package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalLong;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.Enforcement;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.firewall.enforce.Enforcer;
import org.wec7emu.firewall.enforce.Placement;

/**
 * Enforces rules by the kernel's packet filter, for all traffic of one address that is the device's own.
 *
 * <p>Needs libnftables 1.0 or newer, CAP_NET_ADMIN, and Linux 5.12 or newer (tables with an owner).
 */
public final class NftablesEnforcer implements Enforcer {
    /** How long it holds what has been found out of an address, so that a start right after the probe doesn't look again. */
    private static final long HOLDS_NANOS = 1_000_000_000;

    private final Placement placement;
    private OptionalLong clearedAt = OptionalLong.empty();

    /** @param placement at an address of the device's own, with its true ports */
    public NftablesEnforcer(Placement placement) {
        this.placement = placement;
    }

    @Override
    public EnforcementLevel level() {
        return EnforcementLevel.NFTABLES;
    }

    @Override
    public Optional<Placement> onlyFor() {
        return Optional.of(placement);
    }

    /** Looks whose address it is, and loads a table of all that is needed, in which no packet ends up. */
    @Override
    public synchronized Availability probe() {
        Optional<String> foreign = objection();
        if (foreign.isPresent()) {
            return new Availability.Unavailable(foreign.get());
        }
        try {
            NftTables.tryOut(placement.address());
            clearedAt = OptionalLong.of(System.nanoTime());
            return new Availability.Available();
        } catch (EnforcementException e) {
            return new Availability.Unavailable(
                    "loading a table into the kernel's packet filter failed: " + e.getMessage());
        }
    }

    private Optional<String> objection() {
        Optional<String> foreign = OwnAddress.objection(placement.address());
        return foreign.isEmpty() && !placement.truePorts()
                ? Optional.of(
                        "it filters the device's true ports, and these are moved; leave --port-offset and --publish-passive out")
                : foreign;
    }

    @Override
    public String limits() {
        return "";
    }

    @Override
    public synchronized Enforcement start(RuleSet rules) throws EnforcementException {
        boolean cleared = clearedAt.isPresent() && System.nanoTime() - clearedAt.getAsLong() < HOLDS_NANOS;
        clearedAt = OptionalLong.empty();
        Optional<String> foreign = cleared ? Optional.empty() : objection();
        if (foreign.isPresent()) {
            throw new EnforcementException("firewall rules can't be enforced by nftables: " + foreign.get());
        }
        return new NftEnforcement(placement.address(), rules);
    }

    /**
     * What is sent to libnftables for a device with these rules, as {@code nft -f} takes it.
     *
     * @param rules without rules that are in force at certain times only; see {@link RuleSet#at}
     * @throws EnforcementException when there are such
     */
    public static String listing(RuleSet rules, InetAddress device) throws EnforcementException {
        return NftTables.listing(rules, device);
    }
}
