package org.wec7emu.ftp;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.FtpSession;

/**
 * An open data connection. Bytes go as they are: types A and I are the same on the wire. A transfer in which the other end is
 * silent for too long, or whose connection is {@linkplain #close closed} meanwhile, ends with an exception.
 */
final class CeDataConnection implements DataConnection, Closeable {
    private static final int BUFFER = 256 * 1024;
    private static final long SEND_AT_A_TIME = 16L << 20;

    private final SocketChannel socket;
    private final SocketWait wait;
    private final Duration stall;
    private long moved;

    /**
     * @param socket connected; one that is closed already breaks off its transfer
     * @param stall longest silence of the other end
     */
    CeDataConnection(SocketChannel socket, Duration stall) throws IOException {
        this.socket = socket;
        this.stall = stall;
        if (socket.isOpen()) {
            socket.configureBlocking(false);
        }
        wait = new SocketWait(socket);
    }

    /** Bytes moved so far; for the thread that transfers. */
    long moved() {
        return moved;
    }

    int clientPort() throws IOException {
        return ((InetSocketAddress) socket.getRemoteAddress()).getPort();
    }

    @Override
    public long transferFromClient(FtpSession session, OutputStream out) throws IOException {
        return receive(out instanceof FileOutputStream file ? file.getChannel() : Channels.newChannel(out));
    }

    /** Takes all that the client sends until it closes the connection. Returns the number of bytes. */
    long receive(WritableByteChannel sink) throws IOException {
        ByteBuffer buffer = TransferBuffers.take();
        try {
            return receive(sink, buffer);
        } finally {
            TransferBuffers.give(buffer);
        }
    }

    private long receive(WritableByteChannel sink, ByteBuffer buffer) throws IOException {
        while (true) {
            int read = socket.read(buffer);
            if (read < 0) {
                return moved;
            }
            if (read == 0) {
                await(SelectionKey.OP_READ);
                continue;
            }
            buffer.flip();
            while (buffer.hasRemaining()) {
                sink.write(buffer);
            }
            buffer.clear();
            moved += read;
        }
    }

    @Override
    public long transferToClient(FtpSession session, InputStream in) throws IOException {
        return send(in);
    }

    /** Sends all of it. Returns the number of bytes. */
    long send(InputStream in) throws IOException {
        return in instanceof FileInputStream file ? send(file.getChannel()) : sendBytes(in);
    }

    @Override
    public void transferToClient(FtpSession session, String text) throws IOException {
        send(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Sends a file by the kernel, without copying. Returns the number of bytes. */
    long send(FileChannel file) throws IOException {
        long position = 0;
        long left = file.size();
        while (left > 0) {
            long sent = file.transferTo(position, Math.min(left, SEND_AT_A_TIME), socket);
            position += sent;
            moved = position;
            left = file.size() - position; // it may grow or shrink meanwhile
            if (left > 0 && sent < SEND_AT_A_TIME) {
                await(SelectionKey.OP_WRITE); // the connection is full: to try again at once would be in vain
            }
        }
        return moved;
    }

    private long sendBytes(InputStream in) throws IOException {
        byte[] bytes = new byte[BUFFER];
        int read = in.read(bytes);
        while (read >= 0) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, read);
            while (buffer.hasRemaining()) {
                int sent = socket.write(buffer);
                if (sent == 0) {
                    await(SelectionKey.OP_WRITE);
                }
                moved += sent;
            }
            read = in.read(bytes);
        }
        return moved;
    }

    private void await(int operation) throws IOException {
        if (!wait.until(operation, stall)) {
            throw new SocketTimeoutException("the client was silent for " + stall.toSeconds() + " s");
        }
    }

    /** Ends the connection with a FIN; a transfer that is under way in another thread fails. */
    @Override
    public void close() throws IOException {
        try (wait;
                socket) {
            if (socket.isConnected() && socket.isOpen()) {
                socket.shutdownOutput();
            }
        } catch (java.nio.channels.ClosedChannelException | java.net.SocketException e) {
            // the other end was faster: closed is closed
        }
    }
}
