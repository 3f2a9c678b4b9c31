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
import java.net.StandardSocketOptions;
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
    /** What the system may take in ahead of the device where the network is slow. */
    private static final int NARROW = 16 * 1024;

    private static final long SEND_AT_A_TIME = 16L << 20;

    private final SocketChannel socket;
    private final SocketWait wait;
    private final Duration stall;
    private DataGate gate = DataGate.open();
    private long moved;
    private volatile boolean resets;

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

    SocketChannel socket() {
        return socket;
    }

    /** Bytes moved so far; for the thread that transfers. */
    long moved() {
        return moved;
    }

    /** What is to be asked before bytes move; to be set before a transfer begins. */
    void gate(DataGate ofTransfer) throws IOException {
        gate = ofTransfer;
        if (gate.isNarrow()) {
            socket.setOption(StandardSocketOptions.SO_RCVBUF, NARROW);
        }
        gate.begin(wait);
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
            buffer.limit((int) gate.admit(moved, buffer.capacity(), wait, stall));
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
            gate.moved(read, wait);
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
            long most = gate.admit(position, Math.min(left, SEND_AT_A_TIME), wait, stall);
            long sent = file.transferTo(position, most, socket);
            position += sent;
            moved = position;
            gate.moved(sent, wait);
            left = file.size() - position; // it may grow or shrink meanwhile
            if (left > 0 && sent < most) {
                await(SelectionKey.OP_WRITE); // the connection is full: to try again at once would be in vain
            }
        }
        return moved;
    }

    private long sendBytes(InputStream in) throws IOException {
        byte[] bytes = new byte[BUFFER];
        int read = in.read(bytes);
        while (read >= 0) {
            for (int from = 0; from < read; ) {
                int most = (int) gate.admit(moved, read - from, wait, stall);
                int sent = socket.write(ByteBuffer.wrap(bytes, from, most));
                if (sent == 0) {
                    await(SelectionKey.OP_WRITE);
                }
                from += sent;
                moved += sent;
                gate.moved(sent, wait);
            }
            read = in.read(bytes);
        }
        return moved;
    }

    private void await(int operation) throws IOException {
        if (!wait.untilReady(operation, stall)) {
            throw new SocketTimeoutException("the client was silent for " + stall.toSeconds() + " s");
        }
    }

    /** Has the connection break off with a RST when it is closed. */
    void resetAtClose() {
        try {
            resets = true;
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // it has ended already
        }
    }

    /** Ends the connection with a FIN; a transfer that is under way in another thread fails. */
    @Override
    public void close() throws IOException {
        try (wait;
                socket) {
            if (socket.isConnected() && socket.isOpen() && !resets) {
                socket.shutdownOutput();
            }
        } catch (java.nio.channels.ClosedChannelException | java.net.SocketException e) {
            // the other end was faster: closed is closed
        }
    }
}
