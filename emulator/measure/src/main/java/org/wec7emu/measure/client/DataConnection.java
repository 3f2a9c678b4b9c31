package org.wec7emu.measure.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.wec7emu.measure.client.Transcript.Kind;

/** A data connection, whoever opened it. For one thread at a time. */
public final class DataConnection implements Closeable {
    private final TimedChannel channel;
    private final Transcript transcript;
    private final int number;
    private final Duration patience;

    DataConnection(TimedChannel channel, Duration patience, Transcript transcript) throws IOException {
        this.channel = channel;
        this.transcript = transcript;
        this.patience = patience;
        number = transcript.nextConnection();
        note("data connection, " + Endpoints.text(channel.local()) + " here, " + Endpoints.text(channel.remote())
                + " there");
    }

    /** How receiving came to its end. */
    public enum Ending {
        /** The other side closed the connection in order. */
        CLOSED,
        /** The other side reset it. */
        RESET,
        /** Nothing came for as long as the client waits. */
        SILENCE,
        /** The client has as much as it wanted. */
        ENOUGH
    }

    /**
     * What was received.
     *
     * @param bytes one character a byte
     */
    public record Received(String bytes, Ending ending) {}

    /**
     * Connects to a passive port.
     *
     * @param patience how long to wait for the connection, and then for each piece of data
     * @throws ReachException when it can't be had
     */
    public static DataConnection open(InetSocketAddress target, Duration patience, Transcript transcript)
            throws IOException {
        return open(target, patience, patience, transcript);
    }

    /**
     * Connects to a passive port.
     *
     * @param limit how long to wait for the connection
     * @param patience how long to wait for each piece of data
     * @throws ReachException when it can't be had
     */
    public static DataConnection open(
            InetSocketAddress target, Duration limit, Duration patience, Transcript transcript) throws IOException {
        return new DataConnection(TimedChannel.connect(target, limit), patience, transcript);
    }

    /**
     * Receives until the other side ends, or falls silent.
     *
     * @param most bytes that are taken; the rest stays unread
     */
    public Received receive(int most) throws IOException {
        StringBuilder bytes = new StringBuilder();
        ByteBuffer buffer = ByteBuffer.allocate(Math.min(most, 64 * 1024));
        Ending ending = Ending.ENOUGH;
        while (bytes.length() < most && ending == Ending.ENOUGH) {
            buffer.clear().limit(Math.min(buffer.capacity(), most - bytes.length()));
            int count = read(buffer);
            if (count > 0) {
                bytes.append(new String(buffer.array(), 0, count, StandardCharsets.ISO_8859_1));
            } else {
                ending = count == 0 ? Ending.SILENCE : count == -1 ? Ending.CLOSED : Ending.RESET;
            }
        }
        transcript.add(number, Kind.DATA_RECEIVED, bytes.toString());
        note("received " + bytes.length() + " bytes; " + ending);
        return new Received(bytes.toString(), ending);
    }

    /** -2 when it was reset. */
    private int read(ByteBuffer buffer) throws IOException {
        try {
            return channel.read(buffer, TimedChannel.deadline(patience));
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            return -2;
        }
    }

    /**
     * Sends bytes, one character a byte.
     *
     * @throws IOException when the other side has reset the connection or takes no more
     */
    public void send(String bytes) throws IOException {
        transcript.add(number, Kind.DATA_SENT, bytes);
        channel.write(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)), TimedChannel.deadline(patience));
    }

    /** Ends the client's half with a FIN, as the end of an upload. */
    public void endOutput() throws IOException {
        channel.endOutput();
    }

    /** Breaks the connection with a RST. */
    public void reset() throws IOException {
        note("reset by the client");
        channel.reset();
    }

    private void note(String text) {
        transcript.add(number, Kind.NOTE, text);
    }

    /** The client's end. */
    public InetSocketAddress local() throws IOException {
        return channel.local();
    }

    /** The server's end. */
    public InetSocketAddress remote() throws IOException {
        return channel.remote();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
