package org.wec7emu.cli;

import java.net.InetAddress;
import org.wec7emu.firewall.AddressRange;

/** The address of this machine that a device is to have. */
final class BindOption {
    private static final String BIND = "--bind";

    private final Subcommand command;

    BindOption(Subcommand command) {
        this.command = command;
        command.option(BIND, "ADDRESS", "Address of this machine that the device has; 127.0.0.1 unless told.");
    }

    boolean isGiven() {
        return command.value(BIND) != null;
    }

    InetAddress address() throws BadInput {
        String text = command.value(BIND);
        if (text == null) {
            return InetAddress.getLoopbackAddress();
        }
        if (text.contains("/")) {
            throw new BadInput(BIND + " " + text + ": it takes one address, such as 127.0.0.21");
        }
        try {
            return AddressRange.parse(text).base();
        } catch (IllegalArgumentException e) {
            throw new BadInput(BIND + " " + text + ": " + e.getMessage());
        }
    }
}
