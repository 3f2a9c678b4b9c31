package org.wec7emu.measure.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.wec7emu.measure.client.Transcript.Kind;

/** A control connection: it sends what it is told and says what it heard. For one thread at a time. */
public final class ControlConnection implements Closeable {
    /** The longest reply that is taken, in bytes. */
    public static final int LONGEST_REPLY = 64 * 1024;

    private final TimedChannel channel;
    private final Transcript transcript;
    private final int number;
    private final Duration patience;
    private final ByteBuffer received = ByteBuffer.allocate(4096).flip();
    private final StringBuilder pending = new StringBuilder();
    private Duration begun = Duration.ZERO;

    private ControlConnection(TimedChannel channel, Transcript transcript, Duration patience) {
        this.channel = channel;
        this.transcript = transcript;
        this.patience = patience;
        number = transcript.nextConnection();
    }

    /**
     * Connects; the greeting is the first reply.
     *
     * @param patience how long to wait for the connection, and for each reply where nothing else is said
     * @throws ReachException when it can't be had
     */
    public static ControlConnection open(InetSocketAddress server, Duration patience, Transcript transcript)
            throws IOException {
        TimedChannel channel = TimedChannel.connect(server, patience);
        ControlConnection control = new ControlConnection(channel, transcript, patience);
        control.note("control connection to " + Endpoints.text(server) + " from " + Endpoints.text(channel.local()));
        return control;
    }

    /** Sends a line and waits for the first reply. */
    public Heard ask(String line) throws IOException {
        send(line);
        return reply();
    }

    /**
     * Sends a line with CR LF.
     *
     * @param line one character a byte
     */
    public void send(String line) throws IOException {
        sendBytes(line + "\r\n");
    }

    /** Sends bytes as they are, one character a byte. */
    public void sendBytes(String bytes) throws IOException {
        transcript.add(number, Kind.SENT, bytes);
        write(bytes);
    }

    /**
     * Sends a line with CR LF that the transcript isn't to show.
     *
     * @param shown what the transcript has in its place
     */
    public void sendSecret(String line, String shown) throws IOException {
        transcript.add(number, Kind.SENT, shown + "\r\n");
        write(line + "\r\n");
    }

    private void write(String bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)), TimedChannel.deadline(patience));
    }

    /** Waits for the next reply, as long as its patience is. */
    public Heard reply() throws IOException {
        return reply(patience);
    }

    /**
     * Waits for the next reply. What had come of it before silence is kept for the next wait.
     *
     * @throws IOException when a reply is longer than {@link #LONGEST_REPLY}, or the thread was interrupted
     */
    public Heard reply(Duration limit) throws IOException {
        long deadline = TimedChannel.deadline(limit);
        try {
            while (!movedToEnd()) {
                if (!received.hasRemaining()) {
                    received.clear();
                    int count = read(deadline);
                    received.flip();
                    if (count == 0) {
                        return new Heard.Silence(transcript.now());
                    }
                    if (count < 0) {
                        return ended(false);
                    }
                }
            }
        } catch (InterruptedIOException | TooLongException e) {
            throw e;
        } catch (IOException e) {
            return ended(true);
        }
        return taken();
    }

    private int read(long deadline) throws IOException {
        try {
            return channel.read(received, deadline);
        } catch (IOException e) {
            received.clear();
            throw e;
        }
    }

    /** Moves what has come into the reply, up to its end; whether that is reached. */
    private boolean movedToEnd() throws TooLongException {
        while (received.hasRemaining()) {
            if (pending.length() == 0) {
                begun = transcript.now();
            }
            char next = (char) (received.get() & 0xFF);
            pending.append(next);
            if (next == '\n' && isWhole()) {
                return true;
            }
            if (pending.length() > LONGEST_REPLY) {
                throw new TooLongException();
            }
        }
        return false;
    }

    private boolean isWhole() {
        int lineStart = pending.lastIndexOf("\n", pending.length() - 2) + 1;
        return Heard.Reply.ends(pending.toString(), pending.substring(lineStart));
    }

    private Heard taken() {
        Heard.Reply reply = new Heard.Reply(pending.toString(), begun, transcript.now());
        pending.setLength(0);
        transcript.add(number, Kind.RECEIVED, reply.raw());
        return reply;
    }

    private Heard ended(boolean reset) {
        if (pending.length() > 0) {
            transcript.add(number, Kind.RECEIVED, pending.toString());
            pending.setLength(0);
        }
        note(reset ? "reset by the server" : "closed by the server");
        return new Heard.End(reset, transcript.now());
    }

    private void note(String text) {
        transcript.add(number, Kind.NOTE, text);
    }

    /** The client's end. */
    public InetAddress address() throws IOException {
        return channel.local().getAddress();
    }

    /** The client's port. */
    public int port() throws IOException {
        return channel.local().getPort();
    }

    /** The server's end. */
    public InetSocketAddress server() throws IOException {
        return channel.remote();
    }

    /** Ends the client's half with a FIN. */
    public void endOutput() throws IOException {
        note("the client ends its half");
        channel.endOutput();
    }

    /** Goes away without QUIT. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static final class TooLongException extends IOException {
        TooLongException() {
            super("the server sent more than " + LONGEST_REPLY + " bytes without the end of a reply");
        }
    }
}
