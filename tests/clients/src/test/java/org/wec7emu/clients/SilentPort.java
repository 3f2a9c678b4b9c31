package org.wec7emu.clients;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A client's port behind a NAT or firewall: whoever dials it hears nothing. */
final class SilentPort implements Closeable {
    /** As many as a queue of one holds, and one whose SYN is already dropped. */
    private static final int CONNECTIONS = 3;

    private final ServerSocket neverAccepts;
    private final List<SocketChannel> queued = new ArrayList<>();

    SilentPort(InetAddress address) throws IOException {
        neverAccepts = new ServerSocket(0, 1, address);
        for (int i = 0; i < CONNECTIONS; i++) {
            SocketChannel connection = SocketChannel.open();
            queued.add(connection);
            connection.configureBlocking(false);
            connection.connect(new InetSocketAddress(address, port()));
        }
    }

    int port() {
        return neverAccepts.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        neverAccepts.close();
        for (SocketChannel connection : queued) {
            connection.close();
        }
    }
}
