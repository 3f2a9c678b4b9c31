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
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.profile.FtpProfile;

/**
 * The data connections of one session: how they are arranged, and Apache FtpServer's seam for them. {@link #closeDataConnection}
 * may be called from any thread and ends whatever waits or transfers.
 */
final class DataConnections implements ServerDataConnectionFactory {
    private final FtpEnvironment environment;
    private final long session;
    private final InetAddress client;
    private final InetAddress device;
    private final DataConnectionState state = new DataConnectionState();

    DataConnections(FtpEnvironment environment, long session, InetAddress client, InetAddress device) {
        this.environment = environment;
        this.session = session;
        this.client = client;
        this.device = device;
    }

    @Override
    public void initActiveDataConnection(InetSocketAddress target) {
        state.replaceOffer(new ActiveOffer(environment, session, device, target));
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
            state.replaceOffer(null);
            PassiveOffer passive = PassiveOffer.make(environment, session, client, device);
            state.replaceOffer(passive);
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

    /** Whether a transfer would begin on a connection that the client opens. */
    boolean isPassive() {
        return state.offer().filter(PassiveOffer.class::isInstance).isPresent();
    }

    /** Whether a transfer would begin on a connection that the device opens. */
    boolean isActive() {
        return state.offer().filter(ActiveOffer.class::isInstance).isPresent();
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
        return state.open(this::longestWait);
    }

    private Duration longestWait(Offer taken) {
        FtpProfile profile = environment.profile();
        return taken instanceof ActiveOffer ? profile.switches().dialWait() : profile.dataWait();
    }

    /** The open connection's. */
    Optional<SocketChannel> socket() {
        return state.socket();
    }

    /** Ends a wait or a transfer that is under way; an offer that nothing waits for stays. */
    void abort() {
        state.abort();
    }

    /** The same as {@link #dispose} without goodbye: a transfer that is under way is reset. */
    void breakOff() {
        state.breakOff();
    }

    /** Ends offer, wait and transfer of the moment; the session may make new ones. */
    @Override
    public void closeDataConnection() {
        state.close();
    }

    /** The client sends no more commands: a wait of this moment ends, and later ones are short. */
    void inputClosed() {
        state.inputClosed();
    }

    /** The same as {@link #closeDataConnection} for good, as the control connection has ended. */
    @Override
    public void dispose() {
        state.dispose();
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
