package org.wec7emu.measure.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * A port of the client's on which a server that dials hears nothing, as behind a firewall: its accept queue is full of connections of
 * our own, and Linux drops the SYNs of all others.
 */
public final class MutePort implements Closeable {
    /** As many as a queue of one holds, and one whose SYN is already dropped. */
    private static final int CONNECTIONS = 3;

    private final ServerSocketChannel listening;
    private final List<SocketChannel> queued = new ArrayList<>();

    private MutePort(ServerSocketChannel listening) {
        this.listening = listening;
    }

    /**
     * Opens one.
     *
     * @param address the client's, as its control connection has it
     */
    public static MutePort open(InetAddress address) throws IOException {
        MutePort port = new MutePort(ServerSocketChannel.open());
        try {
            port.listening.bind(new InetSocketAddress(address, 0), 1);
            for (int i = 0; i < CONNECTIONS; i++) {
                SocketChannel connection = SocketChannel.open();
                port.queued.add(connection);
                connection.configureBlocking(false);
                connection.connect(port.endpoint());
            }
            return port;
        } catch (IOException | RuntimeException e) {
            port.close();
            throw e;
        }
    }

    /** Where the server is to connect. */
    public InetSocketAddress endpoint() throws IOException {
        return (InetSocketAddress) listening.getLocalAddress();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (SocketChannel connection : queued) {
            connection.close();
        }
    }
}
