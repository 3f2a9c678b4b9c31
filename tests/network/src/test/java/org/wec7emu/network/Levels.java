package org.wec7emu.network;

import org.wec7emu.firewall.enforce.EnforcementLevel;

/** What tests may expect of the levels of enforcement. */
final class Levels {
    private Levels() {}

    /** Whether a level enforces the rules for all traffic of the device, or only for ports on which it listens. */
    static boolean enforcesAllTraffic(EnforcementLevel level) {
        return switch (level) {
            case NFTABLES -> true;
            case SOCKET, BACKLOG -> false;
        };
    }
}
