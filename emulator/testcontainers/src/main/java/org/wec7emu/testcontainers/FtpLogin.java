package org.wec7emu.testcontainers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that logs in and goes. */
final class FtpLogin {
    private FtpLogin() {}

    /** Whether there is a device, if only a connection of it. */
    static boolean reaches(Login login, int limitMillis) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(login.host(), login.port()), limitMillis);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** @throws IOException when the device doesn't let the user in; the message says what it answered */
    static void tryOut(Login login, int limitMillis) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(login.host(), login.port()), limitMillis);
            socket.setSoTimeout(limitMillis);
            BufferedReader replies =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            expect(replies, "220");
            send(socket, "USER " + login.user());
            expect(replies, "331");
            send(socket, "PASS " + login.password());
            expect(replies, "230");
            send(socket, "QUIT");
            expect(replies, "221");
        }
    }

    private static void send(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads a reply to its last line. */
    private static void expect(BufferedReader replies, String code) throws IOException {
        String line = replies.readLine();
        while (line != null && !line.matches("\\d{3} .*")) {
            line = replies.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException("the device answers " + (line == null ? "nothing" : line) + " instead of " + code);
        }
    }
}
