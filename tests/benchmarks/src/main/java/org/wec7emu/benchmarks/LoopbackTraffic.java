package org.wec7emu.benchmarks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Connections and transfers between a client and a server socket of this JVM, timed. Interrupting the thread ends them. */
final class LoopbackTraffic {
    private static final int BUFFER = 256 * 1024;
    /** All that was sent has been received by then. */
    private static final long END_WITHIN_SECONDS = 10;

    private LoopbackTraffic() {}

    /**
     * Connections one after the other, each made, accepted and closed on both sides.
     *
     * @return the cost of one
     */
    static Cost connections(ListeningSocket socket, int count) throws IOException {
        Cost began = Cost.now();
        for (int i = 0; i < count; i++) {
            connect(socket).close();
            socket.channel().accept().close();
        }
        return Cost.since(began).each(count);
    }

    /** What a client sends, as in an upload: all of it goes through what guards the socket. */
    static Cost toTheDevice(ListeningSocket socket, long bytes) throws IOException {
        return transfer(socket, bytes, true);
    }

    /** What a client receives, as in a download: only acknowledgements go through it. */
    static Cost fromTheDevice(ListeningSocket socket, long bytes) throws IOException {
        return transfer(socket, bytes, false);
    }

    private static Cost transfer(ListeningSocket socket, long bytes, boolean upload) throws IOException {
        try (SocketChannel client = connect(socket);
                SocketChannel accepted = socket.channel().accept()) {
            SocketChannel sender = upload ? client : accepted;
            FutureTask<Cost> sending = new FutureTask<>(() -> send(sender, bytes));
            Cost began = Cost.now();
            new Thread(sending, "sends").start();
            receive(upload ? accepted : client, bytes);
            Cost receiving = Cost.since(began);
            return receiving.with(sending.get(END_WITHIN_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it waited for the sender");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the sender failed: " + e, e);
        }
    }

    private static SocketChannel connect(ListeningSocket socket) throws IOException {
        return SocketChannel.open(socket.channel().getLocalAddress());
    }

    /** Closes what it can't send on, so that the receiver's wait ends. */
    private static Cost send(SocketChannel channel, long bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        Cost began = Cost.now();
        try {
            for (long left = bytes; left > 0; ) {
                buffer.position(0).limit((int) Math.min(BUFFER, left));
                left -= channel.write(buffer);
            }
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return Cost.since(began);
    }

    private static void receive(SocketChannel channel, long bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
        for (long received = 0; received < bytes; ) {
            int count = channel.read(buffer.clear());
            if (count < 0) {
                throw new EOFException("the connection ended after " + received + " of " + bytes + " bytes");
            }
            received += count;
        }
    }
}
