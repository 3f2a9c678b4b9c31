package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One client of a load: a session after the other, told by a selector's thread what is ready. */
final class SessionClient {
    private enum Step {
        GREETING(2),
        USER(3),
        PASS(2),
        PORT(2),
        RETR(1),
        TRANSFER(2),
        QUIT(2);

        private final int digit;

        /** @param digit the first of the reply that is waited for */
        Step(int digit) {
            this.digit = digit;
        }
    }

    private final Selector selector;
    private final InetAddress own;
    private final Turn next;
    private final Tally tally;
    private SessionScript script;
    private byte[] user = {};
    private byte[] password = {};
    private byte[] retrieve = {};
    private static final byte[] QUIT = line("QUIT");
    private final ByteBuffer out = ByteBuffer.allocateDirect(512);
    private final ByteBuffer in = ByteBuffer.allocateDirect(4096);
    private final FtpReplyLines replies = new FtpReplyLines();

    private @Nullable SocketChannel control;
    private @Nullable ServerSocketChannel listening;
    private @Nullable SocketChannel data;
    private Step step = Step.GREETING;
    private long received;
    private boolean dataEnded;
    private boolean running;
    private long lastHeard;

    SessionClient(Selector selector, InetAddress own, Turn next, Tally tally) {
        this.selector = selector;
        this.own = own;
        this.next = next;
        this.tally = tally;
        script = next.take();
        prepare(script);
    }

    private void prepare(SessionScript wanted) {
        script = wanted;
        user = line("USER " + wanted.login().user());
        password = line("PASS " + wanted.login().password());
        retrieve = line("RETR " + wanted.file());
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Begins the next session, if there is to be one. */
    void begin() {
        if (!tally.mayBegin()) {
            return;
        }
        SessionScript wanted = next.take();
        if (!wanted.equals(script)) {
            prepare(wanted);
        }
        tally.begun();
        running = true;
        lastHeard = System.nanoTime();
        step = Step.GREETING;
        received = 0;
        dataEnded = false;
        replies.clear();
        try {
            SocketChannel connection = SocketChannel.open();
            control = connection;
            connection.configureBlocking(false);
            connection.setOption(StandardSocketOptions.TCP_NODELAY, true);
            connection.bind(new InetSocketAddress(own, 0));
            boolean connected = connection.connect(script.server());
            connection.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
        } catch (IOException e) {
            fail(e.toString());
        }
    }

    /** Goes on with what is ready. */
    void ready(SelectionKey key) {
        lastHeard = System.nanoTime();
        try {
            if (!key.isValid()) {
                return;
            }
            if (key.isConnectable()) {
                ((SocketChannel) key.channel()).finishConnect();
                key.interestOps(SelectionKey.OP_READ);
            } else if (key.isAcceptable()) {
                accept((ServerSocketChannel) key.channel());
            } else if (key.channel() == data) {
                readData((SocketChannel) key.channel());
            } else {
                readReply((SocketChannel) key.channel());
            }
        } catch (IOException | IllegalStateException e) {
            fail("at " + step + ": " + e);
        }
    }

    private void readReply(SocketChannel connection) throws IOException {
        int count = connection.read(in.clear());
        if (count < 0) {
            throw new IOException("the server closed the control connection");
        }
        in.flip();
        // After QUIT nothing is read any more, and the buffer is the next session's.
        for (int code = replies.next(in); code > 0; code = replies.next(in)) {
            if (code / 100 != step.digit) {
                throw new IOException("the reply was " + replies.text());
            }
            replies.clear();
            if (step == Step.QUIT) {
                end();
                return;
            }
            answered(connection);
        }
    }

    private void answered(SocketChannel connection) throws IOException {
        switch (step) {
            case GREETING -> say(connection, user, Step.USER);
            case USER -> say(connection, password, Step.PASS);
            case PASS -> say(connection, line(FtpClient.portCommand(listen())), Step.PORT);
            case PORT -> say(connection, retrieve, Step.RETR);
            case RETR -> step = Step.TRANSFER;
            case TRANSFER -> {
                step = Step.QUIT;
                sayGoodbye(connection);
            }
            case QUIT -> throw new IllegalStateException("the session is over");
        }
    }

    /** Once both the data connection and the transfer's reply have come to their end. */
    private void sayGoodbye(SocketChannel connection) throws IOException {
        if (step == Step.QUIT && dataEnded) {
            say(connection, QUIT, Step.QUIT);
        }
    }

    private void say(SocketChannel connection, byte[] line, Step next) throws IOException {
        step = next;
        connection.write(out.clear().put(line).flip());
        if (out.hasRemaining()) {
            throw new IOException("the server doesn't read");
        }
    }

    private InetSocketAddress listen() throws IOException {
        ServerSocketChannel port = ServerSocketChannel.open();
        listening = port;
        port.configureBlocking(false);
        port.bind(new InetSocketAddress(own, 0), 1);
        port.register(selector, SelectionKey.OP_ACCEPT, this);
        return (InetSocketAddress) port.getLocalAddress();
    }

    private void accept(ServerSocketChannel port) throws IOException {
        SocketChannel accepted = port.accept();
        if (accepted == null) {
            return;
        }
        data = accepted;
        port.close();
        listening = null;
        accepted.configureBlocking(false);
        accepted.register(selector, SelectionKey.OP_READ, this);
        readData(accepted); // often there already, which saves a turn of the selector
    }

    private void readData(SocketChannel connection) throws IOException {
        int count = connection.read(in.clear());
        while (count > 0) {
            received += count;
            count = connection.read(in.clear());
        }
        if (count == 0) {
            return;
        }
        if (received != script.bytes()) {
            throw new IOException("RETR sent " + received + " bytes, not " + script.bytes());
        }
        connection.close();
        data = null;
        dataEnded = true;
        SocketChannel commands = control;
        if (commands != null) {
            sayGoodbye(commands);
        }
    }

    /** @param since by {@link System#nanoTime} */
    void giveUpIfSilent(long since) {
        if (running && lastHeard - since < 0) {
            fail("at " + step + ": the server is silent");
        }
    }

    private void end() {
        running = false;
        close();
        tally.ended();
        begin();
    }

    private void fail(String because) {
        running = false;
        close();
        tally.failed(because);
        begin();
    }

    private void close() {
        closeQuietly(control);
        closeQuietly(listening);
        closeQuietly(data);
        control = null;
        listening = null;
        data = null;
    }

    private static void closeQuietly(java.nio.channels.@Nullable Channel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // its descriptor is gone all the same
        }
    }
}
