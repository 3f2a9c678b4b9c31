package org.wec7emu.ftp;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one offer and the one open connection that a session may have at a time, and what ends them. {@link #close} and all that
 * ends more may be called from any thread.
 */
final class DataConnectionState {
    /** A client that has ended its half of the control connection has gone, or has connected already. */
    private static final Duration AFTER_INPUT = Duration.ofSeconds(1);

    private @Nullable Offer offer;
    private @Nullable Offer beingOpened;
    private @Nullable CeDataConnection open;
    private boolean aborted;
    private boolean inputClosed;
    private boolean disposed;

    /** Withdraws the offer there is, and puts another in its place, or none. */
    void replaceOffer(@Nullable Offer next) {
        Offer previous;
        boolean late;
        synchronized (this) {
            previous = offer;
            late = disposed;
            offer = late ? null : next;
        }
        if (previous != null) {
            previous.withdraw();
        }
        if (late && next != null) {
            next.withdraw();
        }
    }

    /** What PORT or PASV left behind, if no transfer has taken it. */
    synchronized Optional<Offer> offer() {
        return Optional.ofNullable(offer);
    }

    /**
     * Opens what is offered.
     *
     * @param longestWait for a client that may still send commands
     */
    CeDataConnection open(Function<Offer, Duration> longestWait) throws DataConnectionFailure {
        Offer taken;
        Duration limit;
        synchronized (this) {
            taken = offer;
            if (taken == null) {
                throw new DataConnectionFailure("neither PORT nor PASV came before");
            }
            beingOpened = taken;
            aborted = false;
            limit = inputClosed ? AFTER_INPUT : longestWait.apply(taken);
        }
        try {
            return opened(taken.open(limit));
        } finally {
            synchronized (this) {
                beingOpened = null;
            }
        }
    }

    private CeDataConnection opened(CeDataConnection connection) throws DataConnectionFailure {
        boolean ended;
        synchronized (this) {
            beingOpened = null;
            offer = null;
            ended = disposed;
            if (!ended && !aborted) {
                open = connection;
                return connection;
            }
        }
        closeQuietly(connection);
        if (ended) {
            throw new DataConnectionFailure("the control connection ended");
        }
        return connection; // the client was reached before it was to be aborted: it is the transfer that breaks off
    }

    /** The open connection's. */
    synchronized Optional<SocketChannel> socket() {
        CeDataConnection transferring = open;
        return transferring == null ? Optional.empty() : Optional.of(transferring.socket());
    }

    /** Ends a wait or a transfer that is under way; an offer that nothing waits for stays. */
    void abort() {
        boolean underWay;
        synchronized (this) {
            underWay = open != null || beingOpened != null;
            aborted = underWay;
        }
        if (underWay) {
            close();
        }
    }

    /** The same as {@link #dispose} without goodbye: a transfer that is under way is reset. */
    void breakOff() {
        CeDataConnection transferring;
        synchronized (this) {
            transferring = open;
        }
        if (transferring != null) {
            transferring.resetAtClose();
        }
        dispose();
    }

    /** Ends offer, wait and transfer of the moment; there may be new ones. */
    void close() {
        CeDataConnection closing;
        synchronized (this) {
            closing = open;
            open = null;
        }
        replaceOffer(null);
        if (closing != null) {
            closeQuietly(closing);
        }
    }

    /** The client sends no more commands: a wait of this moment ends, and later ones are short. */
    void inputClosed() {
        Offer waiting;
        synchronized (this) {
            inputClosed = true;
            waiting = beingOpened;
        }
        if (waiting != null) {
            waiting.withdraw();
        }
    }

    /** Ends all for good. */
    void dispose() {
        synchronized (this) {
            disposed = true;
        }
        close();
    }

    private static void closeQuietly(CeDataConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // its descriptor is gone, and whoever used it has been told
        }
    }
}
