package org.wec7emu.device;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.device.Talk.Script;

/** For each value of each switch of the FTP dialogue a conversation in the {@link Scene}. */
final class SwitchScripts {
    private static final List<SwitchCase> CASES = new ArrayList<>();

    static {
        values(
                "documented-unsupported",
                saying("ABOR", "REST 0", "SIZE readme.txt"),
                "unrecognized",
                "not-implemented");
        values("allow-third-party", saying("PORT 127,0,0,2,200,10"), "false", "true");
        values("allow-low-ports", saying("PORT 127,0,0,1,3,255", "EPRT |1|127.0.0.1|0|"), "false", "true");
        values("surplus-argument", saying("PWD x", "NOOP x", "CDUP x"), "ignored", "refused");
        for (String value : List.of("unknown-told", "all-refused", "informative")) {
            CASES.add(SwitchCase.guest("before-login", value, saying("SYST", "XYZZY", "LIST")));
        }
        values("extended-port", saying("EPRT |1|127.0.0.1|51400|"), "true", "false");
        values(
                "epsv-all",
                saying("EPSV ALL", "PASV", "PORT 127,0,0,1,200,10", "EPSV"),
                "acknowledged",
                "obeyed",
                "refused");
        values("data-wait", SwitchScripts::nobodyConnects, "200 ms");
        values("dial-wait", DataScripts::portIsSilent, "200 ms");
        values("data-stall", SwitchScripts::sendsNothing, "200 ms");
        values("data-from", SwitchScripts::anotherConnectsFirst, "anyone", "client");
        values("idle-timeout", Talk::end, "1 s");
        values("idle-timeout", saying("NOOP"), "0 s");
        for (String value : List.of("announced", "closes")) {
            CASES.add(SwitchCase.of("idle-ending", value, Talk::end, "idle-timeout: 1 s"));
        }
        values("max-sessions", SwitchScripts::anotherComes, "1", "2");
        for (String value : List.of("announced", "closes")) {
            CASES.add(SwitchCase.of("surplus-session", value, SwitchScripts::anotherComes, "max-sessions: 1"));
        }
        CASES.add(SwitchCase.of("surplus-session", "waits", SwitchScripts::anotherWaits, "max-sessions: 1"));
        CASES.add(SwitchCase.guest("login-delay", "200 ms", saying("USER webguest", "PASS wrong")));
        CASES.add(SwitchCase.guest("max-refused-logins", "0", SwitchScripts::guessesTwice));
        CASES.add(SwitchCase.guest("max-refused-logins", "2", SwitchScripts::guessesTwice));
        values("max-command-length", saying("CWD " + "a".repeat(100)), "2048", "64");
        for (String value : List.of("refused", "cut", "closes")) {
            CASES.add(SwitchCase.of("long-command", value, SwitchScripts::saysTooMuch, "max-command-length: 64"));
        }
        for (String value : List.of("ends-line", "needs-return")) {
            CASES.add(SwitchCase.of("line-feed", value, SwitchScripts::sendsLineFeed));
        }
        values("telnet", SwitchScripts::sendsTelnet, "verbatim", "removed");
        values("blanks", saying("CWD  Docs "), "kept", "removed");
        values("abort", SwitchScripts::abortsInVain, "after-transfer");
        values("abort", SwitchScripts::aborts, "at-once");
        values("disconnect", talk -> leaves(talk, RawClient.SILENCE_MILLIS), "finishes-transfer");
        values("disconnect", talk -> leaves(talk, (int) Devices.LIMIT.toMillis()), "ends-transfer");
        values("broken-upload", SwitchScripts::breaksOff, "kept", "removed");
    }

    private SwitchScripts() {}

    static List<SwitchCase> all() {
        List<SwitchCase> all = new ArrayList<>(CASES);
        all.addAll(NameSwitchScripts.all());
        return all;
    }

    private static void values(String key, Script script, String... values) {
        for (String value : values) {
            CASES.add(SwitchCase.of(key, value, script));
        }
    }

    static Script saying(String... commands) {
        return talk -> {
            for (String command : commands) {
                talk.say(command);
            }
        };
    }

    private static void nobodyConnects(Talk talk) throws IOException {
        talk.passive("PASV");
        talk.say("LIST");
    }

    private static void sendsNothing(Talk talk) throws IOException {
        talk.port();
        talk.say("STOR new.txt");
        talk.accept();
        talk.hear();
    }

    private static void anotherConnectsFirst(Talk talk) throws IOException {
        InetSocketAddress endpoint = talk.passive("PASV");
        Socket other = talk.keep(new Socket());
        other.bind(new InetSocketAddress("127.0.0.2", 0));
        other.connect(endpoint, (int) Devices.LIMIT.toMillis());
        talk.add("(127.0.0.2 connects, then 127.0.0.1)");
        Socket own = talk.connect();
        talk.say("NLST Docs/a.txt");
        boolean served = other.getInputStream().readAllBytes().length > 0;
        talk.add(served ? "(127.0.0.2 is served)" : "(127.0.0.1 is served)");
        if (!served) {
            talk.receive(own);
        }
        talk.hear();
    }

    private static void anotherComes(Talk talk) throws IOException {
        try (Talk other = Talk.connected(talk.device(), WireForm.PLAIN)) {
            if (other.isGreeted() && !other.lastHeard().startsWith("220")) {
                other.end();
            }
            talk.addAll("another client", other);
        }
    }

    private static void anotherWaits(Talk talk) throws IOException {
        try (Talk other = Talk.connected(talk.device(), WireForm.PLAIN)) {
            talk.say("NOOP");
            talk.say("QUIT");
            other.hear();
            talk.addAll("another client, from before", other);
        }
    }

    private static void guessesTwice(Talk talk) throws IOException {
        talk.say("USER webguest");
        talk.say("PASS wrong");
        talk.say("USER webguest");
        talk.say("PASS wrong");
        talk.endOr("USER webguest");
    }

    private static void saysTooMuch(Talk talk) throws IOException {
        talk.say("NOOP " + "a".repeat(100));
        talk.endOr("PWD");
    }

    private static void sendsLineFeed(Talk talk) throws IOException {
        talk.tellBytes("PWD\nNOOP\r\n", "`PWD`, line feed, `NOOP`, carriage return, line feed");
        if (talk.hear().startsWith("257")) {
            talk.hear();
        }
    }

    private static void sendsTelnet(Talk talk) throws IOException {
        talk.tellBytes("\u00ff\u00f4\u00ff\u00f2PWD\r\n", "IAC IP IAC DM `PWD`");
        talk.hear();
    }

    private static void abortsInVain(Talk talk) throws IOException {
        talk.port();
        talk.say("STOR new.txt");
        Socket data = talk.accept();
        talk.tell("ABOR");
        Talk.send(data, "whole");
        talk.add("(the upload goes on to its end)");
        talk.hear();
        talk.hear();
    }

    private static void aborts(Talk talk) throws IOException {
        talk.port();
        talk.say("STOR new.txt");
        sendByte(talk, talk.accept());
        talk.tell("ABOR");
        talk.hear();
        talk.hear();
    }

    /** Sends a byte of the file and waits until it is written, so that none is lost when the connection ends. */
    private static void sendByte(Talk talk, Socket data) throws IOException {
        data.getOutputStream().write('h');
        if (!Devices.comesTrue(
                () -> talk.device().ftpRoot().resolve("new.txt").toFile().length() == 1)) {
            throw new IOException("the byte never came to the file");
        }
    }

    private static void leaves(Talk talk, int limitMillis) throws IOException {
        talk.port();
        talk.say("STOR new.txt");
        Socket data = talk.accept();
        sendByte(talk, data);
        talk.client().endOutput();
        talk.add("(the client ends the control connection)");
        data.setSoTimeout(limitMillis);
        try {
            talk.breaksOff(data);
        } catch (java.net.SocketTimeoutException e) {
            talk.add("(the client goes on to the end of the file)");
            data.close();
        }
        talk.end();
    }

    private static void breaksOff(Talk talk) throws IOException {
        talk.port();
        talk.say("STOR new.txt");
        Socket data = talk.accept();
        sendByte(talk, data);
        data.setSoLinger(true, 0);
        data.close();
        talk.add("(the client resets the data connection)");
        talk.hear();
        talk.say("RNFR new.txt");
    }
}
