package org.wec7emu.measure.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** What a client heard on its control connection while it waited. */
public sealed interface Heard {
    /** When it was known: time since the transcript began. */
    Duration at();

    /**
     * A reply.
     *
     * @param raw all bytes with their line ends, one character a byte (ISO 8859-1)
     * @param begun when its first byte came, since the transcript began
     * @param at when its last byte came
     */
    record Reply(String raw, Duration begun, Duration at) implements Heard {
        private static final int CODE = 3;

        /** 100 to 599; 0 when it doesn't begin with a code. */
        public int code() {
            return codeOf(raw);
        }

        /** The first line behind the code and its blank or hyphen, without line end; all of it where there is no code. */
        public String text() {
            String line = lines().get(0);
            return code() == 0 ? line : line.substring(Math.min(line.length(), CODE + 1));
        }

        /** Its lines without line ends; at least one. */
        public List<String> lines() {
            List<String> lines = raw.lines().toList();
            return lines.isEmpty() ? List.of("") : lines;
        }

        /** As it came. */
        public byte[] bytes() {
            return raw.getBytes(StandardCharsets.ISO_8859_1);
        }

        static int codeOf(String line) {
            if (line.length() < CODE || (line.length() > CODE && " -\r\n".indexOf(line.charAt(CODE)) < 0)) {
                return 0;
            }
            int code = 0;
            for (int i = 0; i < CODE; i++) {
                char digit = line.charAt(i);
                if (digit < '0' || digit > '9') {
                    return 0;
                }
                code = 10 * code + digit - '0';
            }
            return code >= 100 && code <= 599 ? code : 0;
        }

        /** Whether a line is the last of a reply that began with that one. */
        static boolean ends(String first, String line) {
            int code = codeOf(first);
            return code == 0
                    || first.length() <= CODE
                    || first.charAt(CODE) != '-'
                    || (codeOf(line) == code && line.charAt(CODE) != '-');
        }
    }

    /** Nothing, or no whole reply, before the limit. */
    record Silence(Duration at) implements Heard {}

    /**
     * The server ended the connection.
     *
     * @param reset whether with a RST
     */
    record End(boolean reset, Duration at) implements Heard {}
}
