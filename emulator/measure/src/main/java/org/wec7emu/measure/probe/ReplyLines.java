package org.wec7emu.measure.probe;

import java.util.Map;
import org.wec7emu.measure.client.Heard.Reply;

/** Replies as a profile has them: one line, with what changes in braces. */
final class ReplyLines {
    private static final String KEYS = "ftp.replies.";
    /** What a profile can have behind the code. */
    private static final int LONGEST = 380;
    /** What changes from time to time, and has to be told. */
    private static final Map<String, String> PLACEHOLDERS = Map.of(
            "working-directory", "{path}",
            "created", "{path}",
            "passive", "{address}",
            "extended-passive", "{port}");

    private ReplyLines() {}

    static String key(String occasion) {
        return KEYS + occasion;
    }

    /** Settles an occasion by a reply as it is. */
    static void settle(Answers answers, String occasion, Reply reply) {
        settle(answers, occasion, reply, reply.text());
    }

    /** @param text in place of the reply's own, with placeholders */
    static void settle(Answers answers, String occasion, Reply reply, String text) {
        String why = whyNot(occasion, reply, text);
        if (why.isEmpty()) {
            answers.found(key(occasion), reply.code() + " " + text);
        } else {
            answers.leftOpen(key(occasion), why);
        }
    }

    /** Why a profile can't say this reply; empty when it can. */
    private static String whyNot(String occasion, Reply reply, String text) {
        if (reply.code() == 0) {
            return "what came is no reply";
        }
        if (reply.lines().size() > 1) {
            return "it has " + reply.lines().size() + " lines, and a profile has one";
        }
        String placeholder = PLACEHOLDERS.getOrDefault(occasion, "");
        if (!text.contains(placeholder)) {
            return "nothing in it is " + placeholder;
        }
        return isSayable(text.replace(placeholder, "")) ? "" : "a profile can't say this text";
    }

    /** Whether a text can stand in a profile. */
    static boolean isSayable(String text) {
        String rest = text.replace("{protocol}", "");
        return !text.isEmpty()
                && text.length() <= LONGEST
                && rest.indexOf('{') < 0
                && rest.chars().noneMatch(Character::isISOControl);
    }

    /** The text with what stands between the first pair of double quotes replaced. */
    static String withPath(String text) {
        int begin = text.indexOf('"');
        int end = text.indexOf('"', begin + 1);
        return begin < 0 || end < 0 ? text : text.substring(0, begin + 1) + "{path}" + text.substring(end);
    }
}
