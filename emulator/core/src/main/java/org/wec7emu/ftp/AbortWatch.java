package org.wec7emu.ftp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Listens to a control connection while a transfer is under way, for a device that obeys ABOR at once. The line is read, and
 * answered, as any other when the transfer has ended.
 */
final class AbortWatch {
    /** Telnet's signals may stand before it: {@code IAC IP IAC DM ABOR}. */
    private static final int LONGEST = 16;

    private final Runnable onAbort;
    private final StringBuilder line = new StringBuilder();

    /** @param onAbort runs on the I/O thread, so it must not block */
    AbortWatch(Runnable onAbort) {
        this.onAbort = onAbort;
    }

    /** Takes bytes as they arrive, one thread at a time. */
    void arrived(byte[] bytes) {
        for (char c : new String(bytes, StandardCharsets.ISO_8859_1).toCharArray()) {
            if (c == '\n') {
                if (isAbort()) {
                    onAbort.run();
                }
                line.setLength(0);
            } else if (line.length() <= LONGEST) {
                line.append(c);
            }
        }
    }

    private boolean isAbort() {
        String text = line.toString().strip().toUpperCase(Locale.ROOT);
        return line.length() <= LONGEST
                && text.endsWith("ABOR")
                && text.chars().limit(text.length() - 4).allMatch(c -> c > 0x7F);
    }
}
