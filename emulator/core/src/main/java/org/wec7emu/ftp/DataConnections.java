package org.wec7emu.ftp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import org.apache.ftpserver.DataConnectionException;
import org.apache.ftpserver.impl.ServerDataConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.profile.FtpProfile;

/**
 * The data connections of one session, at most one offer and one open connection at a time: Apache FtpServer's seam for
 * them. {@link #closeDataConnection} may be called from any thread and ends whatever waits or transfers.
 */
final class DataConnections implements ServerDataConnectionFactory {
    /** A client that has ended its half of the control connection has gone, or has connected already. */
    private static final Duration AFTER_INPUT = Duration.ofSeconds(1);

    private final FtpEnvironment environment;
    private final long session;
    private final InetAddress client;
    private final InetAddress device;
    private @Nullable Offer offer;
    private @Nullable Offer beingOpened;
    private @Nullable CeDataConnection open;
    private boolean aborted;
    private boolean inputClosed;
    private boolean disposed;

    DataConnections(FtpEnvironment environment, long session, InetAddress client, InetAddress device) {
        this.environment = environment;
        this.session = session;
        this.client = client;
        this.device = device;
    }

    @Override
    public void initActiveDataConnection(InetSocketAddress target) {
        replaceOffer(new ActiveOffer(environment, session, device, target));
        environment.note(new DeviceEvent.DataConnectionOffered(
                environment.now(),
                session,
                TransferMode.ACTIVE,
                AddressText.of(target.getAddress()),
                target.getPort()));
    }

    /** The address and port that the client is to connect to. */
    @Override
    public InetSocketAddress initPassiveDataConnection() throws DataConnectionException {
        try {
            replaceOffer(null);
            PassiveOffer passive = PassiveOffer.make(environment, session, client, device);
            replaceOffer(passive);
            InetAddress announced = environment.ports().announced(device);
            environment.note(new DeviceEvent.DataConnectionOffered(
                    environment.now(),
                    session,
                    TransferMode.PASSIVE,
                    AddressText.of(announced),
                    passive.logicalPort()));
            return new InetSocketAddress(announced, environment.ports().onHost(passive.logicalPort()));
        } catch (IOException e) {
            throw new DataConnectionFailure("no passive port: " + e.getMessage(), e);
        }
    }

    private void replaceOffer(@Nullable Offer next) {
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

    /** Whether a transfer would begin on a connection that the client opens. */
    synchronized boolean isPassive() {
        return offer instanceof PassiveOffer;
    }

    /** Whether a transfer would begin on a connection that the device opens. */
    synchronized boolean isActive() {
        return offer instanceof ActiveOffer;
    }

    /** Whether IPv4 is spoken, which PASV and PORT need. */
    boolean isIpv4() {
        return device instanceof Inet4Address;
    }

    InetAddress clientAddress() {
        return client;
    }

    @Override
    public CeDataConnection openConnection() throws DataConnectionFailure {
        Offer taken;
        Duration limit;
        synchronized (this) {
            taken = offer;
            if (taken == null) {
                throw new DataConnectionFailure("neither PORT nor PASV came before");
            }
            beingOpened = taken;
            aborted = false;
            limit = inputClosed ? AFTER_INPUT : longestWait(taken);
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

    private Duration longestWait(Offer taken) {
        FtpProfile profile = environment.profile();
        return taken instanceof ActiveOffer ? profile.switches().dialWait() : profile.dataWait();
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
            closeDataConnection();
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

    /** Ends offer, wait and transfer of the moment; the session may make new ones. */
    @Override
    public void closeDataConnection() {
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

    /** The same for good, as the control connection has ended. */
    @Override
    public void dispose() {
        synchronized (this) {
            disposed = true;
        }
        closeDataConnection();
    }

    private static void closeQuietly(CeDataConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // its descriptor is gone, and whoever used it has been told
        }
    }

    @Override
    public boolean isTimeout(long now) {
        return false; // offers and transfers have timers of their own
    }

    @Override
    public InetAddress getInetAddress() {
        return device;
    }

    @Override
    public int getPort() {
        return PortMap.DATA_PORT;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public boolean isZipMode() {
        return false;
    }

    @Override
    public void setSecure(boolean secure) {
        throw new UnsupportedOperationException("the device knows no TLS");
    }

    @Override
    public void setZipMode(boolean zip) {
        throw new UnsupportedOperationException("the device knows no MODE Z");
    }

    @Override
    public void setServerControlAddress(InetAddress address) {
        // known from the control connection since the session began
    }
}
