package org.wec7emu.device;

import java.io.IOException;
import org.wec7emu.ftp.VerbTable;

/** An unusual way to send a verb. */
enum OddInput {
    BEFORE_LOGIN("%s x", false),
    ALONE("%s", true),
    NOTHING("%s x", true),
    EIGHT_BIT("%s \u00e4", true),
    TELNET("\u00ff\u00f4\u00ff\u00f2%s", true),
    TOO_LONG("%s " + "a".repeat(2048), true);

    private final String line;
    private final boolean loggedIn;

    OddInput(String line, boolean loggedIn) {
        this.line = line;
        this.loggedIn = loggedIn;
    }

    /** The code of the reply; a session must not suffer from it. */
    String codeFor(VerbTable.Row verb, Device device) throws IOException {
        Scene.set(device.ftpRoot());
        String word = verb.name().contains(" ") ? "XYZZY" : verb.name();
        String sent = line.formatted(word);
        try (RawClient client = loggedIn ? RawClient.loggedIn(device) : RawClient.greeted(device)) {
            client.send((this == TOO_LONG ? sent.substring(0, 2049) : sent) + "\r\n");
            String code = client.wholeReply().substring(0, 3);
            if (!code.equals("221")) {
                client.send("USER webguest\r\n");
                client.expect("331");
            }
            return code;
        }
    }
}
