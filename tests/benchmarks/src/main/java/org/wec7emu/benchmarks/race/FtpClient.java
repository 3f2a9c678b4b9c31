package org.wec7emu.benchmarks.race;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One session in active mode, for one transfer after the other. Interrupting the thread ends whatever it waits for. */
final class FtpClient implements Closeable {
    private static final int BUFFER = 1 << 20;

    private final SocketChannel control;
    private final ByteBuffer received = ByteBuffer.allocateDirect(4096).flip();
    private final ByteBuffer bulk = ByteBuffer.allocateDirect(BUFFER);
    private final FtpReplyLines replies = new FtpReplyLines();

    private FtpClient(SocketChannel control) {
        this.control = control;
    }

    static FtpClient logIn(InetSocketAddress server, Login login) throws IOException {
        FtpClient client = new FtpClient(SocketChannel.open(server));
        try {
            client.control.setOption(StandardSocketOptions.TCP_NODELAY, true);
            client.expect(2, "the greeting");
            client.send("USER " + login.user(), 3);
            client.send("PASS " + login.password(), 2);
            return client;
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    /** Sends a line and takes the reply, whose first digit is to be that. */
    void send(String line, int digit) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            control.write(bytes);
        }
        expect(digit, line);
    }

    private void expect(int digit, String after) throws IOException {
        replies.clear();
        int code = replies.next(received);
        while (code == 0) {
            received.clear();
            int count = control.read(received);
            received.flip();
            if (count < 0) {
                throw new EOFException("the server closed the control connection after " + after);
            }
            code = replies.next(received);
        }
        if (code / 100 != digit) {
            throw new IOException(after + " was answered with " + replies.text());
        }
    }

    /** Receives what RETR or LIST sends and throws it away; returns how many bytes it was. */
    long receive(String command) throws IOException {
        return transfer(command, data -> {
            long bytes = 0;
            for (int count = 0; count >= 0; count = data.read(bulk.clear())) {
                bytes += count;
            }
            return bytes;
        });
    }

    /** Sends a file, by the kernel without a copy, so that the client is not what is measured. */
    long store(String name, FileChannel file) throws IOException {
        return transfer("STOR " + name, data -> {
            long sent = 0;
            while (sent < file.size()) {
                sent += file.transferTo(sent, file.size() - sent, data);
            }
            return sent;
        });
    }

    private interface Body {
        long move(SocketChannel data) throws IOException;
    }

    private long transfer(String command, Body body) throws IOException {
        InetAddress own = ((InetSocketAddress) control.getLocalAddress()).getAddress();
        try (ServerSocketChannel listening = ServerSocketChannel.open()) {
            listening.bind(new InetSocketAddress(own, 0), 1);
            send(portCommand((InetSocketAddress) listening.getLocalAddress()), 2);
            send(command, 1);
            long bytes;
            try (SocketChannel data = listening.accept()) {
                bytes = body.move(data);
            }
            expect(2, command);
            return bytes;
        }
    }

    /** As in {@code PORT 127,0,0,1,200,13}. */
    static String portCommand(InetSocketAddress endpoint) {
        int port = endpoint.getPort();
        return "PORT " + endpoint.getAddress().getHostAddress().replace('.', ',') + "," + (port >> 8) + ","
                + (port & 0xFF);
    }

    @Override
    public void close() throws IOException {
        control.close();
    }
}
