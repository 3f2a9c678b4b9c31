package org.wec7emu.ftp;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.RuntimeIoException;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.wec7emu.journal.DeviceEvent.Ending;

/** How a session ends, whoever ends it, and when it is over. */
final class SessionEnd {
    private final IoSession connection;
    private final SessionReplies replies;
    private final DataConnections data;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Ending ending = Ending.BY_CLIENT;
    private volatile boolean lostPower;

    SessionEnd(IoSession connection, SessionReplies replies, DataConnections data) {
        this.connection = connection;
        this.replies = replies;
        this.data = data;
    }

    /** Sends what is said so far, then closes the control connection. */
    void close(Ending why) {
        ending = why;
        finish();
    }

    /** Closes the control connection behind what is said already. */
    void finish() {
        replies.behind(connection::closeOnFlush);
    }

    /** Begins to end the session because the device goes: with what is written so far, or at once. */
    void begin(boolean orderly) {
        if (ending == Ending.BY_CLIENT) {
            ending = Ending.BY_DEVICE; // one that is ending already keeps its own reason
        }
        if (orderly) {
            data.dispose();
            connection.closeOnFlush();
        } else {
            lostPower = true;
            replies.fallSilent();
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
    void await(Duration limit) throws InterruptedException {
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
}
