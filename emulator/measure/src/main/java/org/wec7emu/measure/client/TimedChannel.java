package org.wec7emu.measure.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A TCP connection on which each wait has a limit. Closing it, or interrupting the thread that waits, ends a wait. */
final class TimedChannel implements Closeable {
    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    /** The other end of a connection that stood and was reset before it could be used. */
    private @Nullable InetSocketAddress resetBy;

    /** @param channel its owner from now on, also when this fails */
    TimedChannel(SocketChannel channel) throws IOException {
        this.channel = channel;
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            selector = Selector.open();
            key = channel.register(selector, 0);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Connects. A server that takes the connection and resets it at once has been reached: the first read tells.
     *
     * @throws ReachException when the connection doesn't come about within the limit
     */
    static TimedChannel connect(InetSocketAddress target, Duration limit) throws IOException {
        if (target.isUnresolved()) {
            throw new ReachException(Reach.UNREACHABLE, "there is no host " + target.getHostString());
        }
        TimedChannel made = new TimedChannel(SocketChannel.open());
        boolean connected = false;
        try {
            connected = made.begin(target) || made.finish(target, deadline(limit));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            throw refusal(target, e);
        } finally {
            if (!connected) {
                made.close();
            }
        }
        if (!connected) {
            throw new ReachException(Reach.SILENT, Endpoints.text(target) + " doesn't answer");
        }
        return made;
    }

    /** Tells whether the connection stands already; otherwise {@link #finish} waits for it. */
    boolean begin(InetSocketAddress target) throws IOException {
        return channel.connect(target);
    }

    /** Tells whether anything came before the deadline. */
    boolean finish(InetSocketAddress target, long deadline) throws IOException {
        try {
            return await(SelectionKey.OP_CONNECT, deadline) && channel.finishConnect();
        } catch (SocketException e) {
            if (!wasReset(e)) {
                throw e;
            }
            resetBy = target;
            return true;
        }
    }

    /** A RST to the SYN is a refusal; a connection can be reset only when it has stood (RFC 793, section 3.4). */
    private static boolean wasReset(SocketException e) {
        return String.valueOf(e.getMessage()).contains("reset");
    }

    private static ReachException refusal(InetSocketAddress target, IOException e) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("timed out")) {
            return new ReachException(Reach.SILENT, Endpoints.text(target) + " doesn't answer");
        }
        return e instanceof ConnectException && message.contains("refused")
                ? new ReachException(Reach.CLOSED, Endpoints.text(target) + " refuses the connection")
                : new ReachException(Reach.UNREACHABLE, Endpoints.text(target) + ": " + message);
    }

    /**
     * Waits for bytes.
     *
     * @return how many; -1 at the end of the stream; 0 when nothing came before the deadline
     * @throws IOException when the other side reset the connection
     */
    int read(ByteBuffer buffer, long deadline) throws IOException {
        requireWhole();
        int count = channel.read(buffer);
        while (count == 0 && await(SelectionKey.OP_READ, deadline)) {
            count = channel.read(buffer);
        }
        return count;
    }

    /** @throws IOException also when the other side takes nothing until the deadline */
    void write(ByteBuffer buffer, long deadline) throws IOException {
        requireWhole();
        while (buffer.hasRemaining()) {
            if (channel.write(buffer) == 0 && !await(SelectionKey.OP_WRITE, deadline)) {
                throw new IOException("the other side takes no more bytes");
            }
        }
    }

    private void requireWhole() throws IOException {
        if (resetBy != null) {
            throw new IOException("the other side reset the connection");
        }
    }

    private boolean await(int operation, long deadline) throws IOException {
        try {
            key.interestOps(operation);
            return TimedSelect.until(selector, deadline);
        } catch (ClosedSelectorException e) {
            throw new IOException("closed", e);
        }
    }

    static long deadline(Duration limit) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limit.toMillis());
    }

    /** Port 0 where the connection was reset before its own end was known. */
    InetSocketAddress local() throws IOException {
        return resetBy != null ? new InetSocketAddress(0) : (InetSocketAddress) channel.getLocalAddress();
    }

    InetSocketAddress remote() throws IOException {
        return resetBy != null ? resetBy : (InetSocketAddress) channel.getRemoteAddress();
    }

    /** Sends a FIN; what comes can still be read. */
    void endOutput() throws IOException {
        requireWhole();
        channel.shutdownOutput();
    }

    /** Ends the connection with a RST. */
    void reset() throws IOException {
        if (resetBy == null) {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        try (selector) {
            channel.close();
        }
    }
}
