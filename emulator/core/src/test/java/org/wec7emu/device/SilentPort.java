package org.wec7emu.device;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port of a client that nobody answers at: its queue is full, so Linux drops what comes. */
final class SilentPort implements AutoCloseable {
    private static final int ENOUGH = 16;

    private final ServerSocket listener;
    private final List<Socket> queue = new ArrayList<>();

    SilentPort(InetAddress address) throws IOException {
        listener = new ServerSocket(0, 1, address);
        for (int i = 0; i < ENOUGH; i++) {
            Socket filler = new Socket();
            queue.add(filler);
            try {
                filler.connect(new InetSocketAddress(address, listener.getLocalPort()), RawClient.SILENCE_MILLIS);
            } catch (SocketTimeoutException e) {
                return; // full
            }
        }
        throw new IllegalStateException("the queue of the port never got full");
    }

    int number() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket filler : queue) {
            filler.close();
        }
        listener.close();
    }
}
