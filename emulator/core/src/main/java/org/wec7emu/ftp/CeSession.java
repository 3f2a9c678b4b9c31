package org.wec7emu.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.mina.core.session.IoSession;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.host.ControlInput;
import org.wec7emu.host.ControlOutput;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpSwitches;
import org.wec7emu.profile.FtpSwitches.Abort;
import org.wec7emu.profile.FtpSwitches.LineFeed;

/** One control connection with what the device remembers of it. Commands of a session run one after the other. */
final class CeSession {
    private static final String ATTRIBUTE = CeSession.class.getName();
    /** Where Apache FtpServer keeps a session's data connection. */
    private static final String DATA_CONNECTION = FtpIoSession.ATTRIBUTE_PREFIX + "data-connection";

    private final long id;
    private final FtpEnvironment environment;
    private final IoSession connection;
    private final ControlOutput output;
    private final SessionReplies replies;
    private final DataConnections data;
    private final SessionEnd end;
    private final Login login;

    private boolean onlyEpsv;
    private boolean ascii = true;
    private volatile long lastCommand = System.nanoTime();

    private CeSession(long id, FtpEnvironment environment, IoSession connection) {
        this.id = id;
        this.environment = environment;
        this.connection = connection;
        output = ControlOutput.of(connection);
        replies = new SessionReplies(id, environment, output);
        login = new Login(environment);
        InetAddress client = ((InetSocketAddress) connection.getRemoteAddress()).getAddress();
        InetAddress device = ((InetSocketAddress) connection.getLocalAddress()).getAddress();
        data = new DataConnections(environment, id, client, device);
        end = new SessionEnd(connection, replies, data);
    }

    /** Begins a session on a connection that has just been accepted. */
    static CeSession begin(long id, FtpEnvironment environment, IoSession connection) {
        CeSession session = new CeSession(id, environment, connection);
        connection.setAttribute(ATTRIBUTE, session);
        connection.setAttribute(DATA_CONNECTION, session.data);
        FtpSwitches switches = environment.profile().switches();
        if (switches.lineFeed() == LineFeed.NEEDS_RETURN) {
            ControlInput.needReturn(connection);
        }
        if (switches.abort() == Abort.AT_ONCE) {
            ControlInput.onArrival(connection, new AbortWatch(session.data::abort)::arrived);
        }
        // At once when the connection ends, not behind a command that may be waiting for data.
        connection.getCloseFuture().addListener(future -> {
            session.data.dispose();
            session.replies.end();
        });
        return session;
    }

    static CeSession of(IoSession connection) {
        Object session = connection.getAttribute(ATTRIBUTE);
        if (session == null) {
            throw new IllegalStateException("connection without session: " + connection);
        }
        return (CeSession) session;
    }

    long id() {
        return id;
    }

    FtpEnvironment environment() {
        return environment;
    }

    DataConnections data() {
        return data;
    }

    Login login() {
        return login;
    }

    /** Sends the reply for an occasion. */
    void reply(Occasion occasion) {
        replies.send(occasion, Map.of());
    }

    /** Sends the reply for an occasion with {@code {name}} replaced. */
    void reply(Occasion occasion, String placeholder, String value) {
        replies.send(occasion, Map.of(placeholder, value));
    }

    /** Has the reply for an occasion sent while the device goes on at once with what it announces. */
    void announce(Occasion occasion) {
        replies.announce(occasion);
    }

    /** Sends a reply of several lines, given whole. */
    void replyLines(int code, String lines) {
        replies.sendLines(code, lines);
    }

    /** Whether the control connection has ended. */
    boolean isClosed() {
        return connection.getCloseFuture().isClosed();
    }

    /** Has a task run when the control connection ends, or now if it has. */
    void onClose(Runnable task) {
        connection.getCloseFuture().addListener(future -> task.run());
    }

    /**
     * Waits that long, or until the control connection ends; not by the future itself, which waits once more where it wakes in the
     * last millisecond.
     */
    void pause(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        CountDownLatch ended = new CountDownLatch(1);
        onClose(ended::countDown);
        try {
            ended.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends
        }
    }

    /** The connections that it has open now. */
    Stream<SocketChannel> sockets() {
        return Stream.concat(Stream.of(output.socket()), data.socket().stream());
    }

    SessionEnd end() {
        return end;
    }

    /** Sends what is said so far, then closes the control connection. */
    void close(Ending why) {
        end.close(why);
    }

    /** Tells the session that a command came in. */
    void touch() {
        lastCommand = System.nanoTime();
    }

    /** Nanoseconds since a command came in or a reply went out. */
    long idleNanos() {
        long now = System.nanoTime();
        return Math.min(now - lastCommand, now - replies.last());
    }

    /** Takes note of TYPE A, which is the default, or TYPE I. */
    void type(boolean isAscii) {
        ascii = isAscii;
    }

    boolean isAscii() {
        return ascii;
    }

    /** Takes an EPSV ALL at its word. */
    void takeOnlyEpsv() {
        onlyEpsv = true;
    }

    /** Whether the client may use nothing but EPSV any more. */
    boolean isOnlyEpsv() {
        return onlyEpsv;
    }

    /** What the client hears of what isn't there, or isn't to be had. */
    Occasion unavailable() {
        FaultState faults = environment.faults();
        boolean cardless = faults.has(FaultKind.CARD_REMOVED) && login.files().isOnCard(login.directory());
        if (cardless) {
            faults.strike(FaultKind.CARD_REMOVED, id, "there is no card");
        }
        return cardless ? Occasion.CARD_REMOVED : Occasion.UNAVAILABLE;
    }
}
