package org.wec7emu.firewall.enforce;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket behind the device's firewall.
 *
 * <p>Use: bind {@link #channel()}, call {@link #bound()}, then {@link #accept} from it; close what {@link #isFiller} recognises without a word. Safe for use by several threads.
 */
public interface GuardedPort extends Closeable {
    /** Queue length to bind a port with that is silent from the start: each place in its queue costs two descriptors. */
    int SILENT_BACKLOG = 1;

    /** The socket; whoever opened the port binds it and accepts from it. */
    ServerSocketChannel channel();

    /** The port as the device knows it. */
    int logicalPort();

    /**
     * Must be called once the channel is bound and listens, and before anyone is told of the port. A holder that accepts by
     * itself must have stopped to when {@link #silent()}.
     *
     * @throws IOException when the socket can't be silenced
     */
    default void bound() throws IOException {}

    /**
     * Whether the holder must not accept now: the port is kept silent by connections that wait in its queue. Levels that
     * drop in the kernel are never silent in this sense, which is the default: there is just nothing to accept.
     */
    default boolean silent() {
        return false;
    }

    /**
     * Accepts, or not when the port is {@link #silent()}, as one step: the port never becomes silent in between. A holder
     * that only asked before would now and then take one of the connections that fill the queue, and let a client in.
     *
     * @param acceptance must not wait: the channel doesn't block
     * @return what {@code acceptance} gave; null when the port is silent
     * @throws X as {@code acceptance} does
     */
    default <T, X extends Exception> @Nullable T accept(Acceptance<T, X> acceptance) throws X {
        return acceptance.accept();
    }

    /** How a holder accepts from {@link #channel()}. */
    @FunctionalInterface
    interface Acceptance<T, X extends Exception> {
        /** Returns null when no connection waits. */
        @Nullable
        T accept() throws X;
    }

    /** Calls {@code listener} after each change of {@link #silent()}; only the last one set is called. */
    default void onSilenceChange(Runnable listener) {}

    /** Whether an accepted connection is one of the emulator's own that kept the port silent: to be closed unseen. */
    default boolean isFiller(SocketAddress remote) {
        return false;
    }

    /** Connection attempts (SYNs) dropped so far, repeats included; empty where the level can't count. */
    OptionalLong dropped();

    /** The same by who made them, since the port was opened; empty where the level can't tell. */
    default List<CountedPackets> drops() {
        return List.of();
    }

    /** Closes the socket and all that kept it silent. */
    @Override
    void close();
}
