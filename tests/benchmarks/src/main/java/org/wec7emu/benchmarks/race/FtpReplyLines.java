package org.wec7emu.benchmarks.race;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Finds replies in what a control connection receives; of a reply of several lines the last one. */
final class FtpReplyLines {
    private static final int LONGEST = 4096;
    private static final int CODE = 3;

    private final byte[] line = new byte[LONGEST];
    private int length;

    /**
     * Takes bytes up to the end of a reply.
     *
     * @return its code; 0 when the reply isn't whole yet
     * @throws IllegalStateException when that is no reply
     */
    int next(ByteBuffer received) {
        while (received.hasRemaining()) {
            byte b = received.get();
            if (b != '\n') {
                if (length == LONGEST) {
                    throw new IllegalStateException("no FTP reply: " + text());
                }
                line[length++] = b;
                continue;
            }
            int code = code();
            if (code > 0) {
                return code;
            }
            length = 0;
        }
        return 0;
    }

    /** The line found last, without its end; for messages. */
    String text() {
        return new String(line, 0, length, StandardCharsets.ISO_8859_1).strip();
    }

    /** Makes ready for the next reply. */
    void clear() {
        length = 0;
    }

    private int code() {
        boolean last = length > CODE && line[CODE] == ' ';
        int code = 0;
        for (int i = 0; last && i < CODE; i++) {
            last = line[i] >= '0' && line[i] <= '9';
            code = 10 * code + line[i] - '0';
        }
        return last ? code : 0;
    }
}
