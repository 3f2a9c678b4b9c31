package org.wec7emu.ftp;

import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.DefaultFtpHandler;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.apache.ftpserver.listener.Listener;
import org.apache.mina.core.session.IdleStatus;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.host.AddressText;
import org.wec7emu.host.PortMap;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpSwitches.Disconnect;
import org.wec7emu.profile.FtpSwitches.IdleEnding;
import org.wec7emu.profile.FtpSwitches.SurplusSession;

/** The life of a control connection, from the greeting to its end. */
final class CeFtpHandler extends DefaultFtpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(CeFtpHandler.class);
    /** For as long as that all sessions together may end by themselves when the device goes. */
    private static final Duration END = Duration.ofSeconds(2);

    private final FtpEnvironment environment;
    private final AtomicLong sessions;
    private final Places places;
    /** Those too whose end isn't noted yet. */
    private final Set<CeSession> unfinished = ConcurrentHashMap.newKeySet();

    private @Nullable FtpServerContext context;
    private volatile boolean stopped;

    /** @param sessions the number of the last session of this device */
    CeFtpHandler(FtpEnvironment environment, AtomicLong sessions) {
        this.environment = environment;
        this.sessions = sessions;
        places = new Places(environment.profile().maxSessions(), environment.faults());
    }

    @Override
    public void init(FtpServerContext serverContext, Listener listener) {
        super.init(serverContext, listener);
        context = serverContext;
    }

    @Override
    public void sessionCreated(FtpIoSession connection) throws Exception {
        super.sessionCreated(connection);
        CeSession session = CeSession.begin(sessions.incrementAndGet(), environment, connection);
        connection.getConfig().setBothIdleTime(environment.idleSeconds());
        InetSocketAddress client = (InetSocketAddress) connection.getRemoteAddress();
        environment.note(new DeviceEvent.ConnectionOpened(
                environment.now(), session.id(), AddressText.of(client), PortMap.CONTROL_PORT));
        unfinished.add(session);
    }

    @Override
    public void sessionOpened(FtpIoSession connection) {
        CeSession session = CeSession.of(connection);
        if (stopped) {
            session.close(Ending.BY_DEVICE); // accepted just before the port was closed
        } else if (places.take(session)) {
            session.reply(Occasion.READY);
        } else {
            turnAway(session);
        }
    }

    private void turnAway(CeSession session) {
        environment.faults().strike(FaultKind.SESSION_LIMIT, session.id(), "there is no place for this session");
        FtpProfile profile = environment.profile();
        SurplusSession rule = profile.switches().surplusSession();
        if (rule == SurplusSession.WAITS && places.await(session, profile.idleTimeout())) {
            session.reply(Occasion.READY);
            return;
        }
        if (rule == SurplusSession.ANNOUNCED) {
            session.reply(Occasion.NOT_AVAILABLE);
        }
        session.close(Ending.REFUSED);
    }

    @Override
    public void messageReceived(FtpIoSession connection, FtpRequest request) throws Exception {
        FtpServerContext server = context;
        if (server != null && CeSession.of(connection).end().ending() == Ending.BY_CLIENT) {
            server.getCommandFactory().getCommand(request.getCommand()).execute(connection, server, request);
        }
    }

    /** The client sends no more commands, so nothing is worth waiting for. */
    void inputClosed(FtpIoSession connection) {
        DataConnections data = CeSession.of(connection).data();
        data.inputClosed();
        if (environment.profile().switches().disconnect() == Disconnect.ENDS_TRANSFER) {
            data.abort();
        }
    }

    @Override
    public void sessionIdle(FtpIoSession connection, IdleStatus status) {
        CeSession session = CeSession.of(connection);
        Duration idle = environment.profile().idleTimeout();
        // A transfer is no silence, though nothing moves on the control connection meanwhile.
        if (session.idleNanos() >= idle.toNanos() / 2) {
            if (environment.profile().switches().idleEnding() == IdleEnding.ANNOUNCED) {
                session.reply(Occasion.NOT_AVAILABLE);
            }
            session.close(Ending.IDLE);
        }
    }

    @Override
    public void exceptionCaught(FtpIoSession connection, Throwable cause) {
        LOG.debug("control connection {} failed", connection.getRemoteAddress(), cause);
        connection.closeNow();
    }

    @Override
    public void sessionClosed(FtpIoSession connection) throws Exception {
        CeSession session = CeSession.of(connection);
        places.free(session);
        try {
            super.sessionClosed(connection);
        } finally {
            environment.note(new DeviceEvent.ConnectionClosed(
                    environment.now(), session.id(), session.end().ending()));
            unfinished.remove(session);
            session.end().over();
        }
    }

    /** The connections of all sessions. */
    List<SocketChannel> sockets() {
        return unfinished.stream().flatMap(CeSession::sockets).toList();
    }

    boolean isStopped() {
        return stopped;
    }

    /**
     * Ends all sessions: at a restart with what is written so far, at a power cut without.
     *
     * @param afterwards called when none will do anything more, and before their end is waited for
     */
    void closeAll(boolean orderly, Runnable afterwards) {
        stopped = true;
        List<CeSession> ending = List.copyOf(unfinished);
        ending.forEach(session -> session.end().begin(orderly));
        afterwards.run();
        await(ending);
        ending.forEach(session -> session.end().breakOff());
        await(ending);
    }

    private static void await(List<CeSession> ending) {
        long deadline = System.nanoTime() + END.toNanos();
        try {
            for (CeSession session : ending) {
                session.end().await(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
