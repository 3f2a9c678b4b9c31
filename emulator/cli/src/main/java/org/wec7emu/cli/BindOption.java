package org.wec7emu.cli;

import java.net.InetAddress;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.enforce.NetworkNamespace;

/** The address of this machine that a device is to have. */
final class BindOption {
    private static final String BIND = "--bind";
    private static final String OWN = "own";

    private final Subcommand command;

    BindOption(Subcommand command) {
        this.command = command;
        command.option(
                BIND,
                "ADDRESS",
                "Address of this machine that the device has; 127.0.0.1 unless told. " + OWN
                        + " is that of the container or network namespace that this runs in, where the device has its true"
                        + " ports; 127.0.0.1 outside of one.");
    }

    /** Whether the device has the address of a container or network namespace. */
    boolean isOwn() {
        return OWN.equalsIgnoreCase(command.value(BIND)) && !NetworkNamespace.isHosts();
    }

    boolean isGiven() {
        return command.value(BIND) != null;
    }

    InetAddress address() throws BadInput {
        String text = command.value(BIND);
        if (text == null) {
            return InetAddress.getLoopbackAddress();
        }
        if (text.equalsIgnoreCase(OWN)) {
            return isOwn()
                    ? NetworkNamespace.address().orElse(InetAddress.getLoopbackAddress())
                    : InetAddress.getLoopbackAddress();
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
