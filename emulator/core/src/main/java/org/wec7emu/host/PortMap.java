package org.wec7emu.host;

import org.wec7emu.firewall.PortRange;

/**
 * Which port of the host stands for which port of the device. The device believes in 20 and 21; the host may have no right
 * to them, so all ports below the ephemeral ones are moved up by an offset. Ephemeral ports are the same on both sides.
 *
 * @param offset added to the device's well-known ports, 0 to {@value #HIGHEST_OFFSET}
 * @param ephemeral the stack's ephemeral ports
 */
public record PortMap(int offset, PortRange ephemeral) {
    /** Where the device's FTP server listens. */
    public static final int CONTROL_PORT = 21;

    /** Where the device dials from in active mode. Source: CX8191 manual, chapter FTP Server. */
    public static final int DATA_PORT = 20;

    /** With this offset the highest port any image lists (48899) is still a port of the host. */
    public static final int HIGHEST_OFFSET = 16_000;

    /** @throws IllegalArgumentException when the offset is outside its range */
    public PortMap {
        if (offset < 0 || offset > HIGHEST_OFFSET) {
            throw new IllegalArgumentException("port offset " + offset + " is outside 0-" + HIGHEST_OFFSET);
        }
    }

    /** The host's port for a port of the device. */
    public int onHost(int logicalPort) {
        return ephemeral.contains(logicalPort) ? logicalPort : logicalPort + offset;
    }
}
