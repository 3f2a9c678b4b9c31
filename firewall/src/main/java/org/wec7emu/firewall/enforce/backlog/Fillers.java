package org.wec7emu.firewall.enforce.backlog;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wec7emu.firewall.enforce.EnforcementException;

/**
 * The emulator's own connections that keep one accept queue full.
 *
 * <p>Each is remembered by its address for as long as its descriptor is open here, so that no client can come with that
 * address before it is forgotten.
 */
final class Fillers {
    /** Enough for a listening socket of Java's default backlog, 50, and no danger to the process's descriptors. */
    static final int MOST = 256;

    /** To one's own host a connection takes some 0.05 ms while there is room. */
    private static final Duration PATIENCE = Duration.ofMillis(20);

    /** On a busy host they all take longer, so patience grows with the slowest. */
    private static final int PATIENCE_FACTOR = 20;

    private final Map<SocketAddress, SocketChannel> open = new ConcurrentHashMap<>();
    private volatile boolean released;

    /**
     * Fills the accept queue until the kernel answers no more.
     *
     * @param server bound and listening; nobody accepts from it
     * @throws IOException when the queue takes more than {@link #MOST}, or the system refuses to connect
     */
    void fill(ServerSocketChannel server) throws IOException {
        released = false;
        InetSocketAddress target = target((InetSocketAddress) server.getLocalAddress());
        long patience = PATIENCE.toNanos();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < MOST; i++) {
                long start = System.nanoTime();
                if (!added(target, selector, patience)) {
                    return;
                }
                patience = Math.max(patience, PATIENCE_FACTOR * (System.nanoTime() - start));
            }
        }
        throw new EnforcementException(
                "port " + target.getPort() + " can't be kept silent: its accept queue takes more than " + MOST
                        + " connections; bind it with a smaller backlog, such as 1");
    }

    private boolean added(InetSocketAddress target, Selector selector, long nanos) throws IOException {
        SocketChannel filler = SocketChannel.open();
        boolean connected = false;
        try {
            filler.configureBlocking(false);
            connected = filler.connect(target) || completes(filler, selector, nanos);
            if (connected) {
                open.put(filler.getLocalAddress(), filler);
            }
        } finally {
            if (!connected) {
                filler.close();
            }
        }
        return connected;
    }

    private static boolean completes(SocketChannel filler, Selector selector, long nanos) throws IOException {
        // Nearly always it has happened by now.
        if (filler.finishConnect()) {
            return true;
        }
        SelectionKey key = filler.register(selector, SelectionKey.OP_CONNECT);
        selector.select(Math.max(1, Duration.ofNanos(nanos).toMillis()));
        selector.selectedKeys().clear();
        key.cancel();
        return filler.finishConnect();
    }

    private static InetSocketAddress target(InetSocketAddress bound) throws IOException {
        InetAddress address = bound.getAddress();
        if (!address.isAnyLocalAddress()) {
            return bound;
        }
        byte[] loopback = new byte[address.getAddress().length];
        loopback[loopback.length - 1] = 1;
        if (loopback.length == 4) {
            loopback[0] = 127;
        }
        return new InetSocketAddress(InetAddress.getByAddress(loopback), bound.getPort());
    }

    /** Ends the connections on this side: the server gets to accept them, and reads their end. */
    void release() {
        released = true;
        open.values().forEach(filler -> {
            try {
                filler.shutdownOutput();
            } catch (IOException e) {
                // It has ended already.
            }
        });
    }

    boolean contains(SocketAddress remote) {
        forgetEnded();
        return open.containsKey(remote);
    }

    /** Closes and forgets those that the server has accepted and closed. */
    void forgetEnded() {
        if (released) {
            open.values().removeIf(Fillers::ended);
        }
    }

    private static boolean ended(SocketChannel filler) {
        try {
            if (filler.read(ByteBuffer.allocate(1)) == 0) {
                return false;
            }
        } catch (IOException e) {
            // Reset by the server, which is an end too.
        }
        close(filler);
        return true;
    }

    private static void close(SocketChannel filler) {
        try {
            filler.close();
        } catch (IOException e) {
            // The descriptor is gone all the same.
        }
    }

    /** Closes and forgets all. */
    void close() {
        open.values().forEach(Fillers::close);
        open.clear();
    }
}
