package org.wec7emu.ftp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.Verdict;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.Journal.Subscription;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.path.NetworkPath;

/**
 * The client listens; the device dials it from port 20. Source: CX8191 manual, chapter FTP Server.
 */
final class ActiveOffer implements Offer {
    private final FtpEnvironment environment;
    private final long session;
    private final InetAddress device;
    private final InetSocketAddress target;
    private @Nullable SocketWait wait;
    private boolean withdrawn;

    /**
     * @param device the device's end of the control connection
     * @param target where the client listens
     */
    ActiveOffer(FtpEnvironment environment, long session, InetAddress device, InetSocketAddress target) {
        this.environment = environment;
        this.session = session;
        this.device = device;
        this.target = target;
    }

    @Override
    public CeDataConnection open(Duration limit) throws DataConnectionFailure {
        SocketChannel socket = null;
        try {
            socket = SocketChannel.open();
            socket.configureBlocking(false);
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            socket.setOption(StandardSocketOptions.SO_REUSEPORT, true); // the device's DataPort has it too
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.bind(new InetSocketAddress(device, environment.ports().onHost(PortMap.DATA_PORT)));
            dial(socket, limit);
            CeDataConnection connection =
                    new CeDataConnection(socket, environment.profile().dataStall());
            environment.note(new DeviceEvent.DataConnectionOpened(
                    environment.now(), session, TransferMode.ACTIVE, target.getPort(), PortMap.DATA_PORT));
            return connection;
        } catch (DataConnectionFailure e) {
            close(socket);
            throw e;
        } catch (ClosedChannelException e) {
            close(socket);
            throw new DataConnectionFailure("the control connection ended", e);
        } catch (IOException e) {
            close(socket);
            String because = String.valueOf(e.getMessage());
            environment.note(new DeviceEvent.DataConnectionRefused(
                    environment.now(), session, AddressText.of(target.getAddress()), target.getPort(), because));
            throw new DataConnectionFailure(because, e);
        }
    }

    @SuppressWarnings("try") // the listening lasts as long as the block
    private void dial(SocketChannel socket, Duration limit) throws IOException, DataConnectionFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        // A device whose own firewall drops its SYN hears nothing, as if it had dialled into the void.
        boolean leads = mayLeave() && arrives();
        boolean connected = leads && !environment.faults().isStill() && connect(socket);
        if (connected) {
            return; // even if withdrawn meanwhile: whoever opens it finds out, and the client has been reached
        }
        try (SocketWait connecting = new SocketWait(socket);
                Subscription ignored = environment.faults().onChange(connecting::wakeUp)) {
            synchronized (this) {
                if (withdrawn) {
                    throw new ClosedChannelException();
                }
                wait = connecting;
            }
            while (!connected) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    environment.note(new DeviceEvent.DataConnectionTimedOut(
                            environment.now(), session, TransferMode.ACTIVE, target.getPort(), limit));
                    throw new DataConnectionFailure("no answer from " + target);
                }
                boolean dialling = socket.isConnectionPending();
                if (leads && !dialling && !environment.faults().isStill()) {
                    connected = connect(socket); // the link is up again
                } else {
                    boolean ready = connecting.until(dialling ? SelectionKey.OP_CONNECT : 0, Duration.ofNanos(left));
                    connected = ready && finish(socket);
                }
            }
        }
    }

    /** Whether it is done already: a client on the same machine has answered when the system's own connect returns. */
    private boolean connect(SocketChannel socket) throws IOException {
        return socket.connect(target) || finish(socket);
    }

    /** A client that has answered and then reset the connection has been reached, too; the transfer breaks off. */
    private static boolean finish(SocketChannel socket) throws IOException {
        try {
            return socket.finishConnect();
        } catch (ConnectException e) {
            throw e;
        } catch (SocketException e) {
            if (String.valueOf(e.getMessage()).contains("reset")) {
                return true;
            }
            throw e;
        }
    }

    /** What the device's own firewall drops is noted, and never sent. */
    private boolean mayLeave() {
        Verdict verdict = environment
                .enforcement()
                .rules()
                .decide(Packet.Tcp.syn(Direction.OUTBOUND, target, new InetSocketAddress(device, PortMap.DATA_PORT)));
        if (!verdict.passes()) {
            environment.note(new DeviceEvent.DialBlocked(
                    environment.now(),
                    session,
                    AddressText.of(target.getAddress()),
                    target.getPort(),
                    verdict.cause().ruleName(),
                    verdict.cause().sentence()));
        }
        return verdict.passes();
    }

    /** What the network on the client's side drops is noted, and never sent. */
    private boolean arrives() {
        NetworkPath path = environment.path();
        if (!path.letsDeviceIn()) {
            environment.note(new DeviceEvent.DialDropped(
                    environment.now(),
                    session,
                    AddressText.of(target.getAddress()),
                    target.getPort(),
                    path.label(),
                    path.whyDialsGetLost()));
        }
        return path.letsDeviceIn();
    }

    private static void close(@Nullable SocketChannel socket) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // it was of no use anyway
        }
    }

    @Override
    public synchronized void withdraw() {
        withdrawn = true;
        SocketWait waiting = wait;
        if (waiting != null) {
            try {
                waiting.close();
            } catch (IOException e) {
                // nothing waits any more, which is all that was wanted
            }
        }
    }
}
