package org.wec7emu.device;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wec7emu.firewall.enforce.Enforcement;

/** Takes a device off its network and puts it back: as silent as what enforces its firewall can make it. */
final class NetworkPlug {
    private static final Logger LOG = LoggerFactory.getLogger(NetworkPlug.class);

    private final Enforcement enforcement;
    private final List<SocketChannel> silenced = new ArrayList<>();

    NetworkPlug(Enforcement enforcement) {
        this.enforcement = enforcement;
    }

    /** What this host does for the device while it is off its network; empty where that is nothing. */
    String limits() {
        return switch (enforcement.level()) {
            case NFTABLES -> "";
            case SOCKET ->
                "this host still sends again what was under way, and answers pings and attempts at ports where the"
                        + " device has no socket";
            case BACKLOG ->
                "this host still acknowledges what clients send on open connections, sends again what was under"
                        + " way, and answers pings and attempts at ports where the device has no socket";
        };
    }

    /** Whether the device has to keep still by itself. */
    boolean needsStillness() {
        return !enforcement.silencesConnections();
    }

    /**
     * Pulls it.
     *
     * @param open connections of clients
     * @throws IOException when the system refuses; the device is on its network then
     */
    synchronized void pull(List<SocketChannel> open) throws IOException {
        try {
            enforcement.link(false);
            if (needsStillness()) {
                for (SocketChannel connection : open) {
                    silenced.add(connection);
                    enforcement.silence(connection, true);
                }
            }
        } catch (IOException e) {
            putBack();
            throw e;
        }
    }

    synchronized void putBack() {
        for (SocketChannel connection : silenced) {
            try {
                enforcement.silence(connection, false);
            } catch (IOException e) {
                LOG.error("a connection stays silent: {}", e.getMessage());
            }
        }
        silenced.clear();
        try {
            enforcement.link(true);
        } catch (IOException e) {
            LOG.error("the device stays off its network: {}", e.getMessage());
        }
    }
}
