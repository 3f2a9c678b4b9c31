package org.wec7emu.device;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of bare sockets, which says no more than a test tells it to. */
final class RawClient implements AutoCloseable {
    /** Over loopback an answer, if there is one, takes less than a thousandth of this. */
    static final int SILENCE_MILLIS = 300;

    private static final Pattern PASSIVE = Pattern.compile("\\((\\d+,\\d+,\\d+,\\d+),(\\d+),(\\d+)\\)");

    private final Socket control = new Socket();
    private final InputStream in;
    private final ReplyLines replies;

    /** Connects, and reads nothing yet. */
    RawClient(Device device) throws IOException {
        this(device, (int) Devices.LIMIT.toMillis());
    }

    private RawClient(Device device, int connectMillis) throws IOException {
        try {
            control.setTcpNoDelay(true);
            control.setSoTimeout((int) Devices.LIMIT.toMillis());
            control.connect(new InetSocketAddress(device.host(), device.port()), connectMillis);
            in = control.getInputStream();
            replies = new ReplyLines(in);
        } catch (IOException e) {
            control.close();
            throw e;
        }
    }

    /** Tries to connect for as long as is needed to tell silence from an answer. */
    static void tryToConnect(Device device) throws IOException {
        new RawClient(device, SILENCE_MILLIS).close();
    }

    static RawClient greeted(Device device) throws IOException {
        RawClient client = new RawClient(device);
        client.expect("220");
        return client;
    }

    /** A client that comes and goes. */
    static void greetedAndGone(Device device) {
        try {
            greeted(device).close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static RawClient loggedIn(Device device) throws IOException {
        return loggedIn(device, device.user(), device.password());
    }

    static RawClient loggedIn(Device device, String user, String password) throws IOException {
        RawClient client = greeted(device);
        client.command("USER " + user);
        client.expect(client.command("PASS " + password), "230");
        return client;
    }

    void send(String text) throws IOException {
        sendBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void sendBytes(byte[] bytes) throws IOException {
        control.getOutputStream().write(bytes);
        control.getOutputStream().flush();
    }

    /** Sends a byte that is to overtake all others. */
    void sendUrgent(int urgent) throws IOException {
        control.sendUrgentData(urgent);
    }

    /** Sends the end of the input; replies can still be read. */
    void endOutput() throws IOException {
        control.shutdownOutput();
    }

    /** The next reply line without its line end; of a reply in several lines the last one. */
    String reply() throws IOException {
        return replies.last();
    }

    /** The next reply as it comes, all its lines, a trailing blank included. */
    String wholeReply() throws IOException {
        return replies.whole();
    }

    /** Sends a line and reads its reply. */
    String command(String line) throws IOException {
        send(line + "\r\n");
        return reply();
    }

    void expect(String code) throws IOException {
        expect(reply(), code);
    }

    private void expect(String reply, String code) {
        if (!reply.startsWith(code + " ")) {
            throw new AssertionError("expected " + code + ", got " + reply);
        }
    }

    /** Whether the device has ended the connection; what it still said is passed over. */
    boolean isEnded() throws IOException {
        try {
            while (in.read() >= 0) {
                // what was said before
            }
            return true;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (java.net.SocketException e) {
            return true; // reset
        }
    }

    /** Whether nothing comes for a while; what comes is lost. */
    boolean isSilent() throws IOException {
        control.setSoTimeout(SILENCE_MILLIS);
        try {
            return in.read() == Integer.MIN_VALUE;
        } catch (java.net.SocketTimeoutException e) {
            return true;
        } finally {
            control.setSoTimeout((int) Devices.LIMIT.toMillis());
        }
    }

    /** Breaks the control connection off without an end. */
    void reset() throws IOException {
        control.setSoLinger(true, 0);
        control.close();
    }

    /** Listens for the device on a port that it is told of by PORT. */
    ServerSocket listen() throws IOException {
        return listen(control.getLocalAddress(), 0);
    }

    /** Listens for the device; {@link #port} tells it. */
    static ServerSocket listen(InetAddress address, int port) throws IOException {
        ServerSocket listener = new ServerSocket(port, 1, address);
        listener.setSoTimeout((int) Devices.LIMIT.toMillis());
        return listener;
    }

    /** The address that the client has. */
    String localHost() {
        return control.getLocalAddress().getHostAddress();
    }

    /** Sends PORT with the address of a socket. */
    String port(ServerSocket listener) throws IOException {
        return port(listener.getInetAddress(), listener.getLocalPort());
    }

    String port(InetAddress address, int port) throws IOException {
        return command("PORT " + address.getHostAddress().replace('.', ',') + "," + (port >> 8) + "," + (port & 0xFF));
    }

    /** What an active download or listing brings. */
    String receive(String command) throws IOException {
        try (ServerSocket listener = listen()) {
            expect(port(listener), "200");
            expect(command(command), "150");
            try (Socket data = accepted(listener)) {
                String content = new String(data.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                expect("226");
                return content;
            }
        }
    }

    /** Uploads actively. */
    void store(String name, String content) throws IOException {
        try (ServerSocket listener = listen()) {
            expect(port(listener), "200");
            expect(command("STOR " + name), "150");
            try (Socket data = accepted(listener)) {
                data.getOutputStream().write(content.getBytes(StandardCharsets.ISO_8859_1));
            }
            expect("226");
        }
    }

    static Socket accepted(ServerSocket listener) throws IOException {
        Socket data = listener.accept();
        data.setSoTimeout((int) Devices.LIMIT.toMillis());
        return data;
    }

    /** Sends PASV and says where the device listens. */
    InetSocketAddress passive() throws IOException {
        String reply = command("PASV");
        expect(reply, "227");
        Matcher endpoint = PASSIVE.matcher(reply);
        if (!endpoint.find()) {
            throw new AssertionError("no endpoint in " + reply);
        }
        int port = Integer.parseInt(endpoint.group(2)) * 256 + Integer.parseInt(endpoint.group(3));
        return new InetSocketAddress(endpoint.group(1).replace(',', '.'), port);
    }

    /** Opens the passive data connection. */
    static Socket connected(InetSocketAddress endpoint) throws IOException {
        return connected(endpoint, (int) Devices.LIMIT.toMillis());
    }

    static Socket connected(InetSocketAddress endpoint, int limitMillis) throws IOException {
        Socket data = new Socket();
        data.setSoTimeout((int) Devices.LIMIT.toMillis());
        try {
            data.connect(endpoint, limitMillis);
            return data;
        } catch (IOException e) {
            data.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        control.close();
    }
}
