package org.wec7emu.measure.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;

/** A port of the client's on which a server may open a data connection: what PORT and EPRT name. */
public final class ActivePort implements Closeable {
    private final ServerSocketChannel channel;
    private final Selector selector;
    private final Duration patience;
    private final Transcript transcript;

    private ActivePort(ServerSocketChannel channel, Duration patience, Transcript transcript) throws IOException {
        this.channel = channel;
        this.patience = patience;
        this.transcript = transcript;
        selector = Selector.open();
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_ACCEPT);
    }

    /**
     * Listens on a free port.
     *
     * @param address the client's, as its control connection has it
     * @param patience how long to wait for the server's connection, and then for each piece of data
     */
    public static ActivePort open(InetAddress address, Duration patience, Transcript transcript) throws IOException {
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            channel.bind(new InetSocketAddress(address, 0), 1);
            return new ActivePort(channel, patience, transcript);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Where the server is to connect. */
    public InetSocketAddress endpoint() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** Such as {@code PORT 127,0,0,1,200,13}. */
    public String portCommand() throws IOException {
        return "PORT " + Endpoints.port(endpoint().getAddress(), endpoint().getPort());
    }

    /** Such as {@code EPRT |1|127.0.0.1|51213|}. */
    public String eprtCommand() throws IOException {
        return "EPRT " + Endpoints.extended(endpoint().getAddress(), endpoint().getPort());
    }

    /** The server's connection; empty when none comes in time. */
    public Optional<DataConnection> accept() throws IOException {
        long deadline = TimedChannel.deadline(patience);
        SocketChannel accepted = channel.accept();
        try {
            while (accepted == null && TimedSelect.until(selector, deadline)) {
                accepted = channel.accept();
            }
        } catch (ClosedSelectorException e) {
            throw new IOException("closed", e);
        }
        return accepted == null
                ? Optional.empty()
                : Optional.of(new DataConnection(new TimedChannel(accepted), patience, transcript));
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
