package org.wec7emu.device;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads replies off a control connection. */
final class ReplyLines {
    private final InputStream in;

    ReplyLines(InputStream in) {
        this.in = in;
    }

    /** The next reply line without blanks at its end; of a reply in several lines the last one. */
    String last() throws IOException {
        String line = next().stripTrailing();
        while (line.length() > 3 && line.charAt(3) == '-' || line.startsWith(" ")) {
            line = next().stripTrailing();
        }
        return line;
    }

    /** The next reply as it comes, all its lines, a trailing blank included. */
    String whole() throws IOException {
        StringBuilder lines = new StringBuilder(next());
        String code = lines.substring(0, 3);
        boolean more = lines.charAt(3) == '-';
        while (more) {
            String line = next();
            lines.append('\n').append(line);
            more = !line.startsWith(code + " ");
        }
        return lines.toString();
    }

    private String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the control connection ended after \"" + line + "\"");
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }
}
