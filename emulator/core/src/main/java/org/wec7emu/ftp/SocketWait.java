package org.wec7emu.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Waits for one non-blocking socket to become ready: with a timer, and ended at once by {@link #close}. What it needs of the
 * system it takes with the first wait, as most sockets on a quick network never wait.
 */
final class SocketWait implements Closeable {
    private final SelectableChannel channel;
    private @Nullable SelectionKey key;
    private boolean wokenUp;
    private boolean closed;

    SocketWait(SelectableChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits until an operation is possible.
     *
     * @param operations of {@link SelectionKey}; 0 waits for {@link #wakeUp} or the limit only
     * @return false when {@code limit} has passed, or somebody called {@link #wakeUp}
     * @throws ClosedChannelException when the socket or this was closed
     */
    boolean until(int operations, Duration limit) throws IOException {
        try {
            SelectionKey waiting = key();
            Selector selector = waiting.selector();
            waiting.interestOps(operations);
            selector.selectedKeys().clear();
            boolean ready = selector.select(Math.max(1, limit.toMillis())) > 0;
            if (!selector.isOpen() || !waiting.isValid()) {
                throw new ClosedChannelException();
            }
            return ready;
        } catch (ClosedSelectorException | CancelledKeyException e) {
            throw (IOException) new ClosedChannelException().initCause(e);
        }
    }

    /**
     * Waits as {@link #until} does, and on when somebody calls {@link #wakeUp}, who may have meant an earlier wait.
     *
     * @return false when {@code limit} has passed
     * @throws ClosedChannelException when the socket or this was closed
     */
    boolean untilReady(int operations, Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            if (until(operations, Duration.ofNanos(left))) {
                return true;
            }
        }
        return false;
    }

    private synchronized SelectionKey key() throws IOException {
        if (closed) {
            throw new ClosedChannelException();
        }
        SelectionKey registered = key;
        if (registered == null) {
            registered = register();
            key = registered;
        }
        return registered;
    }

    private SelectionKey register() throws IOException {
        Selector selector = Selector.open();
        try {
            if (wokenUp) {
                selector.wakeup();
            }
            return channel.register(selector, 0);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
    }

    /** Ends the present or the next wait. */
    synchronized void wakeUp() {
        SelectionKey registered = key;
        if (registered == null) {
            wokenUp = true;
        } else {
            registered.selector().wakeup();
        }
    }

    @Override
    public void close() throws IOException {
        SelectionKey registered;
        synchronized (this) {
            closed = true;
            registered = key;
        }
        if (registered != null) {
            registered.selector().close();
        }
    }
}
