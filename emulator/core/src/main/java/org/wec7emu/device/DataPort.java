package org.wec7emu.device;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;
import org.wec7emu.host.PortMap;

/**
 * Keeps the host's port that a device dials from for as long as the device is there. Nobody listens on it, so without this
 * it would look free to a service of another device, and from then on no active transfer would work.
 *
 * <p>The socket is bound and never listens. It shares its port with sockets of the same user that have SO_REUSEPORT, which are
 * the device's data connections and what keeps the port silent; other server sockets haven't.
 */
final class DataPort implements Closeable {
    private final SocketChannel holder;

    private DataPort(SocketChannel holder) {
        this.holder = holder;
    }

    /**
     * Takes the port. Where another program's connections of a moment ago still have it, a device with a given offset takes it
     * all the same, and holds it less firmly.
     *
     * @throws DeviceStartException when somebody has the port
     */
    static DataPort hold(PortMap map, InetAddress address, PortOffset wanted) throws DeviceStartException {
        InetSocketAddress endpoint = new InetSocketAddress(address, map.onHost(PortMap.DATA_PORT));
        try {
            return bound(endpoint, false);
        } catch (IOException e) {
            if (wanted.fixed().isEmpty()) {
                throw HostPorts.explain(e, endpoint, PortMap.DATA_PORT);
            }
        }
        try {
            return bound(endpoint, true);
        } catch (IOException e) {
            throw HostPorts.explain(e, endpoint, PortMap.DATA_PORT);
        }
    }

    private static DataPort bound(InetSocketAddress endpoint, boolean shares) throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            share(socket);
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, shares);
            return new DataPort(socket.bind(endpoint));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * Lets a socket of the device's own have the port as well, which has yet to be bound: the one that keeps it silent where the
     * firewall drops what comes in on it. What the device dials from it passes all the same.
     */
    static void share(NetworkChannel ofDevice) throws IOException {
        ofDevice.setOption(StandardSocketOptions.SO_REUSEPORT, true);
    }

    @Override
    public void close() throws IOException {
        holder.close();
    }
}
