package org.wec7emu.ftp;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.mina.core.RuntimeIoException;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.jspecify.annotations.Nullable;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.host.ControlInput;
import org.wec7emu.host.ControlOutput;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.profile.Account;
import org.wec7emu.profile.FtpReplies.Occasion;
import org.wec7emu.profile.FtpReplies.Text;
import org.wec7emu.profile.FtpSwitches;
import org.wec7emu.profile.FtpSwitches.Abort;
import org.wec7emu.profile.FtpSwitches.LineFeed;
import org.wec7emu.profile.Right;
import org.wec7emu.storage.FileArea;
import org.wec7emu.storage.VirtualPath;

/** One control connection with what the device remembers of it. Commands of a session run one after the other. */
final class CeSession {
    private static final String ATTRIBUTE = CeSession.class.getName();
    /** Where Apache FtpServer keeps a session's data connection. */
    private static final String DATA_CONNECTION = FtpIoSession.ATTRIBUTE_PREFIX + "data-connection";

    private final long id;
    private final FtpEnvironment environment;
    private final IoSession connection;
    private final ControlOutput output;
    private final ReplyPath replies;
    private final Charset codePage;
    private final DataConnections data;

    private final CountDownLatch over = new CountDownLatch(1);

    private @Nullable String claimedUser;
    private @Nullable Account account;
    private @Nullable FileArea files;
    private VirtualPath directory = VirtualPath.ROOT;
    private @Nullable VirtualPath renameFrom;
    private int refusedLogins;
    private boolean onlyEpsv;
    private boolean ascii = true;
    private volatile Ending ending = Ending.BY_CLIENT;
    private volatile boolean lostPower;
    private volatile long lastActivity = System.nanoTime();

    private CeSession(long id, FtpEnvironment environment, IoSession connection) {
        this.id = id;
        this.environment = environment;
        this.connection = connection;
        output = ControlOutput.of(connection);
        replies = new ReplyPath(environment.faults(), environment.timer());
        codePage = environment.codePage();
        InetAddress client = ((InetSocketAddress) connection.getRemoteAddress()).getAddress();
        InetAddress device = ((InetSocketAddress) connection.getLocalAddress()).getAddress();
        data = new DataConnections(environment, id, client, device);
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

    /** Sends the reply for an occasion. */
    void reply(Occasion occasion) {
        send(text(occasion, Map.of()), output::write);
    }

    /** Sends the reply for an occasion with {@code {name}} replaced. */
    void reply(Occasion occasion, String placeholder, String value) {
        send(text(occasion, Map.of(placeholder, value)), output::write);
    }

    /** Has the reply for an occasion sent while the device goes on at once with what it announces. */
    void announce(Occasion occasion) {
        send(text(occasion, Map.of()), output::writeMeanwhile);
    }

    /** Sends a reply of several lines, given whole. */
    void replyLines(int code, String lines) {
        send(new CeReply(code, lines, codePage, true), output::write);
    }

    /** Without power nothing is said any more. */
    private void send(CeReply reply, Consumer<CeReply> way) {
        lastActivity = System.nanoTime();
        if (!lostPower) {
            environment.note(new DeviceEvent.ReplySent(environment.now(), id, reply.code(), reply.text()));
            replies.take(() -> reply.bytes().length, () -> way.accept(reply));
        }
    }

    private CeReply text(Occasion occasion, Map<String, String> placeholders) {
        Text template = environment.profile().replies().get(occasion);
        String text = template.text();
        for (Map.Entry<String, String> placeholder : placeholders.entrySet()) {
            text = text.replace("{" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return CeReply.line(template.code(), text, codePage);
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

    /** Sends what is written so far, then closes the control connection. */
    void close(Ending why) {
        ending = why;
        finish();
    }

    /** Closes the control connection behind what is said already. */
    void finish() {
        replies.take(() -> 0, connection::closeOnFlush);
    }

    /** Begins to end the session because the device goes: with what is written so far, or at once. */
    void end(boolean orderly) {
        if (ending == Ending.BY_CLIENT) {
            ending = Ending.BY_DEVICE; // one that is ending already keeps its own reason
        }
        if (orderly) {
            data.dispose();
            connection.closeOnFlush();
        } else {
            lostPower = true;
            data.breakOff();
            resetAtClose();
            connection.closeNow();
        }
    }

    private void resetAtClose() {
        try {
            ((SocketSessionConfig) connection.getConfig()).setSoLinger(0);
        } catch (RuntimeIoException e) {
            // it has ended meanwhile
        }
    }

    /** Whether the session ends as the device has no power any more, so that nothing is tidied up. */
    boolean lostPower() {
        return lostPower;
    }

    /** Waits until the session is {@linkplain #over over}. */
    void awaitEnd(Duration limit) throws InterruptedException {
        over.await(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Ends at once what hasn't ended by itself, such as replies that the client doesn't read. */
    void breakOff() {
        if (over.getCount() > 0) {
            connection.closeNow();
        }
    }

    /** The last that is heard of the session. */
    void over() {
        over.countDown();
    }

    /** How the session ended, or would if it ended now. */
    Ending ending() {
        return ending;
    }

    /** Tells the session that a command came in. */
    void touch() {
        lastActivity = System.nanoTime();
    }

    /** Nanoseconds since a command came in or a reply went out. */
    long idleNanos() {
        return System.nanoTime() - lastActivity;
    }

    boolean isLoggedIn() {
        return account != null;
    }

    /** Remembers the name given by USER and forgets who was logged in. */
    void claim(String user) {
        claimedUser = user;
        account = null;
        renameFrom = null;
        directory = VirtualPath.ROOT;
    }

    /** The name given by USER and not yet confirmed by PASS. */
    @Nullable
    String claimedUser() {
        return claimedUser;
    }

    void logIn(Account who) {
        account = who;
        files = environment.filesOf(who);
        claimedUser = null;
    }

    void refuseLogin() {
        claimedUser = null;
        refusedLogins++;
    }

    /** Logins refused since the session began. */
    int refusedLogins() {
        return refusedLogins;
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

    /** Whether the user may upload, delete and rename. */
    boolean mayWrite() {
        Account who = account;
        return who != null && who.may(Right.WRITE);
    }

    /** Whether the user may make and remove directories. */
    boolean mayChangeDirectories() {
        return mayWrite() || !environment.profile().access().directoriesNeedWrite();
    }

    /** What the client hears of what isn't there, or isn't to be had. */
    Occasion unavailable() {
        FaultState faults = environment.faults();
        boolean cardless = faults.has(FaultKind.CARD_REMOVED) && files().isOnCard(directory);
        if (cardless) {
            faults.strike(FaultKind.CARD_REMOVED, id, "there is no card");
        }
        return cardless ? Occasion.CARD_REMOVED : Occasion.UNAVAILABLE;
    }

    /** What the user sees of the device; for commands that need a login. */
    FileArea files() {
        FileArea ofUser = files;
        if (ofUser == null) {
            throw new IllegalStateException("nobody is logged in");
        }
        return ofUser;
    }

    /** The working directory. */
    VirtualPath directory() {
        return directory;
    }

    void changeTo(VirtualPath newDirectory) {
        directory = newDirectory;
    }

    /** What RNFR named, once; null when the command before wasn't a successful RNFR. */
    @Nullable
    VirtualPath takeRenameFrom() {
        VirtualPath from = renameFrom;
        renameFrom = null;
        return from;
    }

    void renameFrom(VirtualPath from) {
        renameFrom = from;
    }
}
