package org.wec7emu.firewall.enforce.backlog;

import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.enforce.GuardedPort;

/** A server socket that is either as any other or kept silent. */
final class BacklogPort implements GuardedPort {
    private final StandardProtocolFamily family;
    private final int logicalPort;
    private final ServerSocketChannel channel;
    private final Consumer<BacklogPort> onClose;
    private final Fillers fillers = new Fillers();
    /** Held while the queue is filled, released or taken from, but not while the holder is told. */
    private final Object queue = new Object();

    private volatile boolean silent;
    private volatile Runnable listener = () -> {};
    private boolean listening;

    BacklogPort(
            StandardProtocolFamily family,
            int logicalPort,
            ServerSocketChannel channel,
            boolean silent,
            Consumer<BacklogPort> onClose) {
        this.family = family;
        this.logicalPort = logicalPort;
        this.channel = channel;
        this.silent = silent;
        this.onClose = onClose;
    }

    StandardProtocolFamily family() {
        return family;
    }

    /**
     * Tells the holder and fills the queue, or lets go of it; nothing when it is so already.
     *
     * @throws IOException when the queue can't be filled; the port is then to be opened again or closed
     */
    void silence(boolean wanted) throws IOException {
        if (wanted == silent) {
            return;
        }
        silent = wanted;
        if (!wanted) {
            synchronized (queue) {
                fillers.release();
            }
        }
        listener.run();
        // Does nothing unless the port is to be silent.
        fill();
    }

    private void fill() throws IOException {
        synchronized (queue) {
            // Not bound yet: bound() will do it.
            if (!listening || !silent || !channel.isOpen()) {
                return;
            }
            try {
                fillers.fill(channel);
            } catch (IOException e) {
                // Closed meanwhile: there is nothing to keep silent any more.
                if (channel.isOpen()) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void bound() throws IOException {
        synchronized (queue) {
            listening = true;
            fill();
        }
    }

    @Override
    public ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public int logicalPort() {
        return logicalPort;
    }

    @Override
    public boolean silent() {
        return silent;
    }

    /** The same lock as for filling the queue. */
    @Override
    public <T, X extends Exception> @Nullable T accept(Acceptance<T, X> acceptance) throws X {
        synchronized (queue) {
            return silent ? null : acceptance.accept();
        }
    }

    @Override
    public void onSilenceChange(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public boolean isFiller(SocketAddress remote) {
        return fillers.contains(remote);
    }

    /** Empty: what the kernel drops for a full queue it doesn't tell of without help from outside Java. */
    @Override
    public OptionalLong dropped() {
        // Whoever watches a port asks again and again: the moment to give back the descriptors of fillers that have
        // ended.
        fillers.forgetEnded();
        return OptionalLong.empty();
    }

    @Override
    public void close() {
        try {
            // Before the fillers: the kernel then resets them, which leaves nothing in TIME_WAIT.
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone all the same.
        }
        synchronized (queue) {
            fillers.close();
        }
        onClose.accept(this);
    }
}
