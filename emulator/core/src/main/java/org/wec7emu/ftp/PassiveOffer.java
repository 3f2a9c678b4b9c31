package org.wec7emu.ftp;

import java.io.IOException;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.Verdict;
import org.wec7emu.firewall.enforce.GuardedPort;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.profile.FtpSwitches.DataFrom;

/**
 * The device listens on an ephemeral port, behind its firewall, and waits for the client. Whether the client gets through is
 * decided in the kernel; this class only watches and notes what was dropped.
 */
final class PassiveOffer implements Offer {
    private static final int BACKLOG = 1;
    private static final Duration WATCH = Duration.ofMillis(100);

    private final FtpEnvironment environment;
    private final long session;
    private final InetAddress client;
    private final GuardedPort port;
    private final SocketWait wait;
    private final ScheduledFuture<?> watch;
    private boolean dropNoted;
    private boolean over;

    private PassiveOffer(FtpEnvironment environment, long session, InetAddress client, GuardedPort port)
            throws IOException {
        this.environment = environment;
        this.session = session;
        this.client = client;
        this.port = port;
        wait = new SocketWait(port.channel());
        port.onSilenceChange(wait::wakeUp);
        watch = environment
                .timer()
                .scheduleWithFixedDelay(this::watchForDrops, WATCH.toMillis(), WATCH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Listens on the stack's next free port.
     *
     * @param address of the device's end of the control connection
     * @throws IOException when no port of the range is free, or the firewall can't be put on it
     */
    static PassiveOffer make(FtpEnvironment environment, long session, InetAddress client, InetAddress address)
            throws IOException {
        StandardProtocolFamily family =
                address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET;
        for (int tries = environment.ephemeral().count(); tries > 0; tries--) {
            int logical = environment.ephemeral().next();
            GuardedPort port = environment.enforcement().open(family, logical);
            try {
                port.channel().configureBlocking(false);
                port.channel()
                        .bind(new InetSocketAddress(address, environment.ports().onHost(logical)), BACKLOG);
                port.bound();
                return new PassiveOffer(environment, session, client, port);
            } catch (BindException e) {
                port.close(); // somebody else has it: the next one
            } catch (IOException | RuntimeException e) {
                port.close();
                throw e;
            }
        }
        throw new IOException("no ephemeral port is free");
    }

    int logicalPort() {
        return port.logicalPort();
    }

    @Override
    public CeDataConnection open(Duration limit) throws DataConnectionFailure {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (long left = limit.toNanos(); left > 0; left = deadline - System.nanoTime()) {
                SocketChannel accepted = port.accept(port.channel()::accept);
                if (accepted == null) {
                    wait.until(port.silent() ? 0 : SelectionKey.OP_ACCEPT, Duration.ofNanos(left));
                } else if (port.isFiller(accepted.getRemoteAddress()) || !mayConnect(accepted)) {
                    accepted.close();
                } else {
                    return opened(accepted);
                }
            }
        } catch (ClosedChannelException e) {
            throw new DataConnectionFailure("the control connection ended", e);
        } catch (IOException e) {
            throw new DataConnectionFailure("the data port failed: " + e.getMessage(), e);
        } finally {
            withdraw();
        }
        environment.note(new DeviceEvent.DataConnectionTimedOut(
                environment.now(), session, TransferMode.PASSIVE, port.logicalPort(), limit));
        throw new DataConnectionFailure("nobody connected");
    }

    private boolean mayConnect(SocketChannel accepted) throws IOException {
        return environment.profile().switches().dataFrom() == DataFrom.ANYONE
                || ((InetSocketAddress) accepted.getRemoteAddress())
                        .getAddress()
                        .equals(client);
    }

    private CeDataConnection opened(SocketChannel accepted) throws IOException {
        CeDataConnection connection =
                new CeDataConnection(accepted, environment.profile().dataStall());
        synchronized (this) {
            dropNoted = true; // the client is through: what was dropped before was let in after all
        }
        environment.note(new DeviceEvent.DataConnectionOpened(
                environment.now(), session, TransferMode.PASSIVE, connection.clientPort(), port.logicalPort()));
        return connection;
    }

    private void watchForDrops() {
        OptionalLong dropped = port.dropped();
        if (dropped.orElse(0) > 0) {
            noteDrop(dropped);
        }
    }

    /** Notes once that the client can't get through, with the rule that stops it. */
    private synchronized void noteDrop(OptionalLong attempts) {
        Verdict verdict = verdictForClient();
        if (dropNoted || verdict.passes()) {
            return;
        }
        dropNoted = true;
        environment.note(new DeviceEvent.DataConnectionDropped(
                environment.now(),
                session,
                port.logicalPort(),
                attempts,
                verdict.cause().ruleName(),
                verdict.cause().sentence()));
    }

    private Verdict verdictForClient() {
        return environment
                .enforcement()
                .rules()
                .decide(Packet.Tcp.syn(
                        Direction.INBOUND,
                        new InetSocketAddress(client, 0),
                        new InetSocketAddress(environment.address(), port.logicalPort())));
    }

    @Override
    public void withdraw() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        watch.cancel(false);
        OptionalLong dropped = port.dropped();
        if (dropped.isEmpty() || dropped.getAsLong() > 0) {
            noteDrop(dropped);
        }
        try {
            wait.close();
        } catch (IOException e) {
            // nothing waits any more, which is all that was wanted
        }
        port.close();
    }
}
