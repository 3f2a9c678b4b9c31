package org.wec7emu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client of bare sockets. */
final class ControlConnection implements AutoCloseable {
    private static final Pattern PASSIVE = Pattern.compile(",(\\d+),(\\d+)\\)");
    private static final int LIMIT_MILLIS = (int) Emulator.LIMIT.toMillis();
    private static final int SILENCE_MILLIS = 300;

    private final Socket control = new Socket();
    private final BufferedReader replies;

    private ControlConnection(int port) throws IOException {
        control.setSoTimeout(LIMIT_MILLIS);
        control.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MILLIS);
        replies = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    static ControlConnection loggedIn(int port) throws IOException {
        ControlConnection connection = new ControlConnection(port);
        connection.expect("220");
        connection.command("USER webguest", "331");
        connection.command("PASS 1", "230");
        return connection;
    }

    void command(String line, String code) throws IOException {
        control.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        expect(code);
    }

    private String expect(String code) throws IOException {
        String reply = String.valueOf(replies.readLine());
        if (!reply.startsWith(code + " ")) {
            throw new AssertionError("expected " + code + ", got " + reply);
        }
        return reply;
    }

    /** Uploads actively. */
    void store(String name, String content) throws IOException {
        try (ServerSocket listener = offer()) {
            command("STOR " + name, "150");
            try (Socket data = listener.accept()) {
                data.getOutputStream().write(content.getBytes(StandardCharsets.ISO_8859_1));
            }
            expect("226");
        }
    }

    /** What an active download or listing brings. */
    String receive(String command) throws IOException {
        try (ServerSocket listener = offer()) {
            command(command, "150");
            try (Socket data = listener.accept()) {
                data.setSoTimeout(LIMIT_MILLIS);
                String content = new String(data.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                expect("226");
                return content;
            }
        }
    }

    private ServerSocket offer() throws IOException {
        ServerSocket listener = new ServerSocket(0, 1, control.getLocalAddress());
        listener.setSoTimeout(LIMIT_MILLIS);
        int port = listener.getLocalPort();
        command("PORT 127,0,0,1," + (port >> 8) + "," + (port & 0xFF), "200");
        return listener;
    }

    /** Tries a passive data connection for as long as is needed to tell silence from an answer. */
    void tryPassive() throws IOException {
        control.getOutputStream().write("PASV\r\n".getBytes(StandardCharsets.US_ASCII));
        Matcher endpoint = PASSIVE.matcher(expect("227"));
        if (!endpoint.find()) {
            throw new AssertionError("no port in the reply to PASV");
        }
        int port = Integer.parseInt(endpoint.group(1)) * 256 + Integer.parseInt(endpoint.group(2));
        try (Socket data = new Socket()) {
            data.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), SILENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        control.close();
    }
}
