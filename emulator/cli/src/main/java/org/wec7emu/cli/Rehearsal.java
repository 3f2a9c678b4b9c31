package org.wec7emu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.wec7emu.device.Device;

/**
 * A short dialogue with a device that has just started, as the build runs it to learn which classes a start needs (they go
 * into the class data archive). It fails unless everything in it works, so it is a smoke test as well.
 */
final class Rehearsal {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String CONTENT = "rehearsal";

    private Rehearsal() {}

    /** @throws IOException when the device doesn't do as it should */
    static void of(Device device) throws IOException {
        try (Client client = new Client(device)) {
            client.expect("220");
            client.command("USER " + device.user(), "331");
            client.command("PASS " + device.password(), "230");
            client.command("PWD", "257");
            client.command("TYPE I", "200");
            client.send("STOR rehearsal.txt", CONTENT);
            client.receive("LIST");
            if (!client.receive("RETR rehearsal.txt").equals(CONTENT)) {
                throw new IOException("what came back isn't what was sent");
            }
            client.command("EPSV", "229");
            client.command("QUIT", "221");
        }
    }

    /** Just enough of an FTP client. */
    private static final class Client implements AutoCloseable {
        private final Socket control;
        private final BufferedReader replies;
        private final Writer commands;

        Client(Device device) throws IOException {
            control = new Socket(InetAddress.getByName(device.host()), device.port());
            control.setSoTimeout(TIMEOUT_MILLIS);
            replies = new BufferedReader(new InputStreamReader(control.getInputStream(), StandardCharsets.US_ASCII));
            commands = new OutputStreamWriter(control.getOutputStream(), StandardCharsets.US_ASCII);
        }

        void expect(String code) throws IOException {
            String reply = String.valueOf(replies.readLine());
            if (!reply.startsWith(code)) {
                throw new IOException("expected " + code + ", got " + reply);
            }
        }

        void command(String line, String code) throws IOException {
            commands.write(line + "\r\n");
            commands.flush();
            expect(code);
        }

        void send(String command, String content) throws IOException {
            transfer(command, data -> {
                OutputStream out = data.getOutputStream();
                out.write(content.getBytes(StandardCharsets.US_ASCII));
                return content;
            });
        }

        String receive(String command) throws IOException {
            return transfer(
                    command, data -> new String(data.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        }

        private String transfer(String command, Move move) throws IOException {
            try (ServerSocket listener = new ServerSocket(0, 1, control.getLocalAddress())) {
                listener.setSoTimeout(TIMEOUT_MILLIS);
                int port = listener.getLocalPort();
                String address = control.getLocalAddress().getHostAddress().replace('.', ',');
                command("PORT " + address + "," + (port >> 8) + "," + (port & 0xFF), "200");
                command(command, "150");
                String moved;
                try (Socket data = listener.accept()) {
                    data.setSoTimeout(TIMEOUT_MILLIS);
                    moved = move.over(data);
                }
                expect("226");
                return moved;
            }
        }

        @FunctionalInterface
        private interface Move {
            String over(Socket data) throws IOException;
        }

        @Override
        public void close() throws IOException {
            control.close();
        }
    }
}
