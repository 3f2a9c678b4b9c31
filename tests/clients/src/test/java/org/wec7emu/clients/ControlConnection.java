package org.wec7emu.clients;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wec7emu.device.Device;

/** A control connection in the hands of a test: bytes as they are, one char a byte. */
final class ControlConnection implements Closeable {
    private static final int LIMIT_MILLIS = 20_000;
    private static final Pattern PASSIVE = Pattern.compile(
            "227 .*\\(\\d+,\\d+,\\d+,\\d+,(\\d+),(\\d+)\\).*|229 .*\\(\\|\\|\\|(\\d+)\\|\\).*", Pattern.DOTALL);

    private final Device device;
    private final Socket socket;
    private final InputStream in;

    /** Connects and leaves the greeting to be read. */
    ControlConnection(Device device) throws IOException {
        this.device = device;
        socket = new Socket(device.host(), device.port());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(LIMIT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Connects and logs in. */
    static ControlConnection loggedIn(Device device) throws IOException {
        ControlConnection control = new ControlConnection(device);
        control.reply();
        control.ask("USER " + device.user());
        control.ask("PASS " + device.password());
        return control;
    }

    void send(String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a command and returns its first reply. */
    String ask(String line) throws IOException {
        send(line);
        return reply();
    }

    /** The next reply with all its lines and line ends. */
    String reply() throws IOException {
        String line = line();
        StringBuilder reply = new StringBuilder(line);
        if (line.length() > 3 && line.charAt(3) == '-') {
            String last = line.substring(0, 3) + " ";
            while (!line.startsWith(last)) {
                line = line();
                reply.append(line);
            }
        }
        return reply.toString();
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = -1;
        while (next != '\n') {
            next = in.read();
            if (next < 0) {
                throw new EOFException("the device closed the connection after: " + line);
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether nothing comes for so long. */
    boolean isSilentFor(Duration duration) throws IOException {
        socket.setSoTimeout((int) duration.toMillis());
        in.mark(1);
        try {
            in.read();
            in.reset();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(LIMIT_MILLIS);
        }
    }

    /** Whether the device has nothing more to say: it closed the connection. */
    boolean isClosedByDevice() throws IOException {
        return in.read() < 0;
    }

    /** The endpoint that PASV offers. */
    InetSocketAddress passive() throws IOException {
        return new InetSocketAddress(device.host(), portOf(ask("PASV")));
    }

    static int portOf(String reply) {
        Matcher matcher = PASSIVE.matcher(reply);
        if (!matcher.matches()) {
            throw new AssertionError("no passive port: " + reply);
        }
        return matcher.group(3) != null
                ? Integer.parseInt(matcher.group(3))
                : Integer.parseInt(matcher.group(1)) * 256 + Integer.parseInt(matcher.group(2));
    }

    /** Listens where the device may dial and tells it so by PORT. */
    ServerSocket active() throws IOException {
        ServerSocket listening = new ServerSocket(0, 1, address());
        listening.setSoTimeout(LIMIT_MILLIS);
        ask("PORT " + asPort(listening.getLocalPort()));
        return listening;
    }

    /** The client's address and a port as PORT writes them. */
    String asPort(int port) {
        return address().getHostAddress().replace('.', ',') + "," + (port >> 8) + "," + (port & 0xFF);
    }

    /** The client's end. */
    InetAddress address() {
        return socket.getLocalAddress();
    }

    /** Goes away without QUIT. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
