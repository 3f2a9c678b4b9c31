package org.wec7emu.host;

import java.net.InetAddress;
import java.util.Optional;
import org.wec7emu.firewall.PortRange;

/**
 * Which port of the host stands for which port of the device. The device believes in 20 and 21; the host may have no right
 * to them, so all ports below the ephemeral ones are moved up by an offset. Ephemeral ports are the same on both sides,
 * unless they are published elsewhere.
 *
 * @param offset added to the device's well-known ports, 0 to {@value #HIGHEST_OFFSET}
 * @param ephemeral the stack's ephemeral ports
 * @param publication where its passive ports are on the host; empty where they have their own numbers
 */
public record PortMap(int offset, PortRange ephemeral, Optional<PassivePublication> publication) {
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

    /** With passive ports that have their own numbers. */
    public PortMap(int offset, PortRange ephemeral) {
        this(offset, ephemeral, Optional.empty());
    }

    /** The host's port for a port of the device. */
    public int onHost(int logicalPort) {
        if (publication.isPresent() && passive().contains(logicalPort)) {
            return publication.get().ports().first() + logicalPort - ephemeral.first();
        }
        return ephemeral.contains(logicalPort) ? logicalPort : logicalPort + offset;
    }

    /** The device's ports that it listens on in passive mode: all ephemeral ones, or as many of them as are published. */
    public PortRange passive() {
        int available = ephemeral.last() - ephemeral.first() + 1;
        int published = publication.map(PassivePublication::count).orElse(available);
        return new PortRange(ephemeral.first(), ephemeral.first() + Math.min(available, published) - 1);
    }

    /**
     * The address that the device announces in passive mode.
     *
     * @param device its own, the one that the client has reached
     */
    public InetAddress announced(InetAddress device) {
        return publication
                .flatMap(PassivePublication::announced)
                .map(InetAddress.class::cast)
                .orElse(device);
    }
}
