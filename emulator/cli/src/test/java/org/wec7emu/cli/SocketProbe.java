package org.wec7emu.cli;

import org.wec7emu.firewall.enforce.Availability;
import org.wec7emu.firewall.enforce.socket.SocketEnforcer;

/** A process that tells by its exit code whether its user may filter sockets. */
final class SocketProbe {
    static final int UNAVAILABLE = 1;

    private SocketProbe() {}

    public static void main(String[] arguments) {
        System.exit(new SocketEnforcer().probe() instanceof Availability.Unavailable ? UNAVAILABLE : 0);
    }
}
