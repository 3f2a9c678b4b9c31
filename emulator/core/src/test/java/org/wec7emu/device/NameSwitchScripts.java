package org.wec7emu.device;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.device.Talk.Script;

/** The switches about names, listings and texts. */
final class NameSwitchScripts {
    private static final List<SwitchCase> CASES = new ArrayList<>();

    static {
        values("code-page", NameSwitchScripts::makesForeignName, "windows-1252", "windows-1251");
        values("rename-overwrites", SwitchScripts.saying("RNFR readme.txt", "RNTO Docs/a.txt"), "false", "true");
        values("nlst-argument", listing("NLST docs/a.txt"), "lists", "ignored");
        values("listing-options", listing("NLST -al Docs/a.txt"), "skipped", "name");
        values("listing-wildcards", listing("LIST Docs/*.TXT"), "match", "name");
        values("shown-directory", SwitchScripts.saying("CWD dOCS", "PWD"), "as-typed", "as-stored");
        values("backslash", SwitchScripts.saying("RNFR Docs\\a.txt", "CWD \\Docs"), "separates", "name");
        values("nlst-names", listing("NLST Docs/a*"), "bare", "as-asked");
        values("nlst-names", listing("NLST Docs"), "bare", "as-asked");
        values("type-a", NameSwitchScripts::readsText, "as-stored", "line-ends");
        values("help-row", NameSwitchScripts::asksForHelp, "5", "28");
    }

    private NameSwitchScripts() {}

    static List<SwitchCase> all() {
        return CASES;
    }

    private static void values(String key, Script script, String... values) {
        for (String value : values) {
            CASES.add(SwitchCase.of(key, value, script));
        }
    }

    private static Script listing(String command) {
        return talk -> {
            talk.port();
            if (talk.say(command).startsWith("150")) {
                talk.receive(talk.accept());
                talk.hear();
            }
        };
    }

    private static void makesForeignName(Talk talk) throws IOException {
        talk.tellBytes("MKD \u00e4\r\n", "`MKD` and the byte E4");
        talk.client().wholeReply();
        String name = Scene.names(talk.device().ftpRoot()).stream()
                .filter(each -> each.length() == 1)
                .findFirst()
                .orElseThrow();
        talk.add("a directory named `" + name + "`");
    }

    private static void readsText(Talk talk) throws IOException {
        Files.writeString(talk.device().ftpRoot().resolve("two-lines.txt"), "a\nb\r\n");
        for (String type : List.of("A", "I")) {
            talk.say("TYPE " + type);
            talk.passive("PASV");
            Socket data = talk.connect();
            talk.say("RETR two-lines.txt");
            byte[] bytes = data.getInputStream().readAllBytes();
            talk.add("(5 bytes in the file, " + bytes.length + " sent)");
            talk.hear();
        }
    }

    private static void asksForHelp(Talk talk) throws IOException {
        talk.tellBytes("HELP\r\n", "`HELP`");
        talk.add("(" + talk.client().wholeReply().lines().count() + " lines)");
    }
}
