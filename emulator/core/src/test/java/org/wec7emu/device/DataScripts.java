package org.wec7emu.device;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.device.Talk.Script;

/** What happens around data connections, each in a conversation. */
final class DataScripts {
    private static final List<Situation> ALL = new ArrayList<>();
    private static final int MORE_THAN_BUFFERS_HOLD = 64 << 20;

    static {
        add("the client connects after LIST", DataScripts::connectsAfterwards);
        add("the client connects before LIST", DataScripts::connectsBefore);
        add("the client connects twice", DataScripts::connectsTwice);
        add("the client never connects", "data-wait: 200 ms", talk -> {
            talk.passive("PASV");
            talk.say("LIST");
        });
        add("the client listens", talk -> {
            talk.port();
            talk.say("NLST Docs/a.txt");
            talk.receive(talk.accept());
            talk.hear();
        });
        add("the client's port is closed", DataScripts::portIsClosed);
        add("the client's port drops all", "dial-wait: 200 ms", DataScripts::portIsSilent);
        add("no port was arranged", talk -> talk.say("LIST"));
        add("PASV, then PORT", talk -> {
            talk.passive("PASV");
            talk.port();
            talk.say("NLST Docs/a.txt");
            talk.receive(talk.accept());
            talk.hear();
        });
        add("PORT, then PASV", talk -> {
            talk.port();
            connectsBefore(talk);
        });
        add("two transfers for one PASV", talk -> {
            connectsBefore(talk);
            talk.say("NLST");
        });
        add("a transfer refused before it began leaves the PASV as it was", talk -> {
            talk.passive("PASV");
            talk.say("RETR nothing.txt");
            Socket data = talk.connect();
            talk.say("RETR readme.txt");
            talk.receive(data);
            talk.hear();
        });
        add("the client resets a download", DataScripts::resetsDownload);
        add("QUIT during an upload", DataScripts::quits);
    }

    private DataScripts() {}

    /** @param settings of {@code ftp:} */
    record Situation(String name, List<String> settings, Script script) {
        /** What was said and heard. */
        List<String> run() {
            try (Device device = Devices.started(Devices.openWithFtp(settings.toArray(String[]::new)))) {
                Scene.set(device.ftpRoot());
                try (Talk talk = Talk.loggedIn(device, WireForm.PLAIN)) {
                    script.run(talk);
                    return talk.exchanges();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name + ": " + e.getMessage(), e);
            }
        }
    }

    static List<Situation> all() {
        return ALL;
    }

    private static void add(String name, Script script) {
        add(name, "server-active: true", script);
    }

    private static void add(String name, String setting, Script script) {
        ALL.add(new Situation(name, List.of(setting), script));
    }

    private static void connectsAfterwards(Talk talk) throws IOException {
        talk.passive("PASV");
        talk.tell("NLST Docs/a.txt");
        talk.add(talk.client().isSilent() ? "(silence; the client connects)" : "(something)");
        Socket data = talk.connect();
        talk.hear();
        talk.receive(data);
        talk.hear();
    }

    private static void connectsBefore(Talk talk) throws IOException {
        talk.passive("PASV");
        Socket data = talk.connect();
        talk.add("(the client connects)");
        talk.say("NLST Docs/a.txt");
        talk.receive(data);
        talk.hear();
    }

    private static void connectsTwice(Talk talk) throws IOException {
        talk.passive("PASV");
        Socket first = talk.connect();
        Socket second = talk.connect();
        talk.say("NLST Docs/a.txt");
        talk.add("first connection:");
        talk.receive(first);
        talk.add("second:");
        talk.breaksOff(second);
        talk.hear();
    }

    private static void portIsClosed(Talk talk) throws IOException {
        ServerSocket closed = talk.client().listen();
        closed.close();
        dials(talk, closed.getLocalPort(), "`PORT` with a port that is closed");
    }

    static void portIsSilent(Talk talk) throws IOException {
        try (SilentPort silent = new SilentPort(InetAddress.getLoopbackAddress())) {
            dials(talk, silent.number(), "`PORT` with a port that drops all");
        }
    }

    private static void dials(Talk talk, int port, String inWords) throws IOException {
        talk.tellBytes("PORT 127,0,0,1," + (port >> 8) + "," + (port & 0xFF) + "\r\n", inWords);
        talk.hear();
        talk.say("LIST");
        talk.hear();
    }

    private static void resetsDownload(Talk talk) throws IOException {
        Files.write(talk.device().ftpRoot().resolve("large.bin"), new byte[MORE_THAN_BUFFERS_HOLD]);
        talk.port();
        talk.say("RETR large.bin");
        Socket data = talk.accept();
        talk.add(data.getInputStream().read() == 0 ? "(data)" : "(nothing)");
        data.setSoLinger(true, 0);
        data.close();
        talk.add("(the client resets the data connection)");
        talk.hear();
    }

    private static void quits(Talk talk) throws IOException {
        talk.port();
        talk.say("STOR new.txt");
        Socket data = talk.accept();
        talk.tell("QUIT");
        Talk.send(data, "whole");
        talk.add("(the upload goes on to its end)");
        talk.hear();
        talk.hear();
        talk.end();
    }
}
