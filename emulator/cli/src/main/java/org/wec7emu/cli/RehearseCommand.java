package org.wec7emu.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.firewall.enforce.choice.Enforcers;
import org.wec7emu.firewall.enforce.choice.Enforcers.Choice;
import org.wec7emu.journal.Journal;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import picocli.CommandLine.Command;

/**
 * One short life of a device, as the build runs it to learn which classes a start needs (they go into the class data
 * archive). Exits with 0 when everything in it worked, so it is a smoke test as well.
 */
@Command(name = "rehearse", hidden = true, description = "Starts a device, transfers a file over active FTP, ends.")
final class RehearseCommand implements Callable<Integer> {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String CONTENT = "rehearsal";

    @Override
    public Integer call() throws IOException, ProfileException {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Choice choice = Enforcers.best();
        Journal journal = new Journal();
        String image = ProfileCatalog.bundled().names().get(0);
        try (Device device = Device.builder(ProfileCatalog.bundled().find(image))
                .enforcer(choice.enforcer())
                .portOffset(PortOffset.ANY_FREE)
                .journal(journal)
                .start()) {
            new Banner(device).print(nowhere, EnforceOption.describe(choice));
            EventLines lines = new EventLines(device.ports());
            journal.listen(event -> nowhere.println(lines.line(event)));
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
        return ExitCode.GOOD;
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
