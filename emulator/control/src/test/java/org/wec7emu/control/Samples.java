package org.wec7emu.control;

import java.time.Instant;
import org.wec7emu.journal.DeviceEvent.CommandReceived;

/** Events without a client. */
final class Samples {
    private Samples() {}

    static CommandReceived command(long session) {
        return new CommandReceived(Instant.EPOCH, session, "NOOP", "");
    }
}
