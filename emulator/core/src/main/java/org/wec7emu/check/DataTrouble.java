package org.wec7emu.check;

import java.time.Instant;
import org.wec7emu.journal.TransferMode;

/**
 * A data connection that couldn't be had.
 *
 * @param offeredAt when it was arranged
 * @param at when it got lost
 * @param port the offered port: of the device in passive mode, of the client in active mode
 * @param rule the rule of the device's firewall that decided, or empty
 * @param because why, in a sentence
 */
record DataTrouble(
        Instant offeredAt, Instant at, long session, TransferMode mode, int port, String rule, String because) {
    /** Whether the device itself is why it couldn't reach the client. */
    boolean isOwnDoing() {
        return mode == TransferMode.ACTIVE && !rule.isEmpty();
    }

    /** As in "the device's firewall dropped the client's connect to port 49152 (passive mode): no rule allows it". */
    String sentence() {
        if (mode == TransferMode.PASSIVE) {
            return "the device's firewall dropped the client's connect to port " + port + " (passive mode): " + because;
        }
        return isOwnDoing()
                ? "the device's own firewall dropped its connect to the client's port " + port + " (active mode): "
                        + because
                : "the device couldn't reach the client's port " + port + " (active mode): " + because;
    }
}
