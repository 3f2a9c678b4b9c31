package org.wec7emu.measure.behaviour;

import java.util.regex.Pattern;
import org.wec7emu.measure.client.Heard;

/** What was heard on a control connection, in words, and what of it is compared. */
final class Replies {
    private static final Pattern ADDRESS_OR_PORT = Pattern.compile("\\d{1,3}(,\\d{1,3}){5}|\\|\\|\\|\\d+\\|");
    private static final Pattern NUMBERS = Pattern.compile("\\d+");

    private Replies() {}

    /** All lines of it; a trailing blank is seen. */
    static String text(Heard heard) {
        if (heard instanceof Heard.Reply reply) {
            String text = String.join(" / ", reply.lines());
            return text.endsWith(" ") ? '"' + text + '"' : text;
        }
        return heard instanceof Heard.End ? "no answer, the session ends" : "no answer";
    }

    /** The same without what is another one each time: addresses, ports and where the files are. */
    static String masked(String text, String root) {
        String here = root.length() > 1 ? text.replace(root.substring(0, root.length() - 1), "{root}") : text;
        return ADDRESS_OR_PORT.matcher(here).replaceAll(found -> NUMBERS.matcher(found.group())
                .replaceAll("N"));
    }

    /** The line that the profile has a value for: the last. */
    static String line(Heard heard) {
        return heard instanceof Heard.Reply reply
                ? reply.lines().get(reply.lines().size() - 1)
                : "";
    }
}
