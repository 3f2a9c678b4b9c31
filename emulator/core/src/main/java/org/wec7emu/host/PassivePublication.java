package org.wec7emu.host;

import java.net.Inet4Address;
import java.util.Optional;
import org.wec7emu.firewall.PortRange;

/**
 * Where clients reach the device's passive data connections when only mapped ports lead to it, as to a container behind
 * published ports. This is plumbing of the host, which the device knows nothing of: its rules speak of its own ports.
 *
 * @param ports of the host, in the order of the device's ephemeral ports; 1 to 65535
 * @param announced the address that a 227 names; that of the control connection when empty
 */
public record PassivePublication(PortRange ports, Optional<Inet4Address> announced) {
    /** @throws IllegalArgumentException when port 0 is among them */
    public PassivePublication {
        if (ports.first() == 0) {
            throw new IllegalArgumentException("there is no port 0 (1-65535)");
        }
    }

    int count() {
        return ports.last() - ports.first() + 1;
    }
}
