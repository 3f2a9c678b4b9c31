package org.wec7emu.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.nio.NioSession;

/**
 * Sends replies on a control connection: from the thread that has them, which wakes no I/O thread, or by the I/O thread while the
 * other goes on. They arrive in the order in which they were given, and none does behind the end of the connection.
 */
public final class ControlOutput {
    private static final Object OUTPUT = ControlOutput.class;

    private final NioSession connection;
    /** Replies that the I/O thread has yet to send. */
    private final AtomicInteger waiting = new AtomicInteger();

    private ControlOutput(NioSession connection) {
        this.connection = connection;
    }

    /** To be called for each new connection. */
    static void prepare(IoSession session) {
        session.setAttribute(OUTPUT, new ControlOutput((NioSession) session));
    }

    /**
     * The output of a connection.
     *
     * @param session an accepted control connection, or what a library wraps it in
     */
    public static ControlOutput of(IoSession session) {
        Object output = session.getAttribute(OUTPUT);
        if (output == null) {
            throw new IllegalStateException("not accepted here: " + session);
        }
        return (ControlOutput) output;
    }

    /** The connection's socket. */
    public SocketChannel socket() {
        return (SocketChannel) connection.getChannel();
    }

    /** Sends a reply now, or what the connection doesn't take at once as soon as it does. */
    public void write(WireReply reply) {
        if (hasToWait()) {
            writeMeanwhile(reply);
            return;
        }
        ByteBuffer bytes = ByteBuffer.wrap(reply.bytes());
        try {
            int written = connection.getChannel().write(bytes);
            connection.increaseWrittenBytes(written, System.currentTimeMillis());
        } catch (IOException e) {
            connection.closeNow(); // the client has gone, which nobody else would be told of
            return;
        }
        if (bytes.hasRemaining()) {
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            writeMeanwhile(() -> rest);
        }
    }

    /** Has a reply sent by the I/O thread. */
    public void writeMeanwhile(WireReply reply) {
        waiting.incrementAndGet();
        connection.write(reply).addListener(written -> waiting.decrementAndGet());
    }

    private boolean hasToWait() {
        return waiting.get() > 0
                || connection.isClosing()
                || !connection.isConnected()
                || !connection.getWriteRequestQueue().isEmpty(connection); // it may be the end of the connection
    }
}
