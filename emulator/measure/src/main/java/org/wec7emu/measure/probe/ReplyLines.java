package org.wec7emu.measure.probe;

import java.util.Optional;
import org.wec7emu.measure.client.Heard.Reply;

/** Replies as a profile has them: one line, with what changes in braces. */
final class ReplyLines {
    private static final String KEYS = "ftp.replies.";

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
        Optional<String> line = line(reply, text);
        if (line.isPresent()) {
            answers.found(key(occasion), line.get());
        } else {
            answers.leftOpen(key(occasion), why(reply));
        }
    }

    private static Optional<String> line(Reply reply, String text) {
        boolean one = reply.lines().size() == 1 && reply.code() > 0 && !text.isEmpty();
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        boolean braces = text.replaceAll("\\{(path|address|port|protocol)}", "").indexOf('{') >= 0;
        return one && plain && !braces ? Optional.of(reply.code() + " " + text) : Optional.empty();
    }

    private static String why(Reply reply) {
        if (reply.code() == 0) {
            return "what came is no reply";
        }
        return reply.lines().size() > 1
                ? "it has " + reply.lines().size() + " lines, and a profile has one"
                : "a profile can't say this text";
    }

    /** The text with what stands between the first pair of double quotes replaced. */
    static String withPath(String text) {
        int begin = text.indexOf('"');
        int end = text.indexOf('"', begin + 1);
        return begin < 0 || end < 0 ? text : text.substring(0, begin + 1) + "{path}" + text.substring(end);
    }
}
