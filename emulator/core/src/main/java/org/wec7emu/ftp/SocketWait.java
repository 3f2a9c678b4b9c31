package org.wec7emu.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/** Waits for one non-blocking socket to become ready: with a timer, and ended at once by {@link #close}. */
final class SocketWait implements Closeable {
    private final Selector selector;
    private final SelectionKey key;

    SocketWait(SelectableChannel channel) throws IOException {
        selector = Selector.open();
        try {
            key = channel.register(selector, 0);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
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
            key.interestOps(operations);
            selector.selectedKeys().clear();
            boolean ready = selector.select(Math.max(1, limit.toMillis())) > 0;
            if (!selector.isOpen() || !key.isValid()) {
                throw new ClosedChannelException();
            }
            return ready;
        } catch (ClosedSelectorException | java.nio.channels.CancelledKeyException e) {
            throw (IOException) new ClosedChannelException().initCause(e);
        }
    }

    /** Ends the present or the next wait. */
    void wakeUp() {
        selector.wakeup();
    }

    @Override
    public void close() throws IOException {
        selector.close();
    }
}
