package org.wec7emu.ftp;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A text as RFC 959 sends it: each line feed has a carriage return before it. */
final class NetworkLines extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final InputStream text;
    private boolean afterReturn;
    private boolean owesLineFeed;

    NetworkLines(InputStream text) {
        this.text = new BufferedInputStream(text, BUFFER);
    }

    @Override
    public int read() throws IOException {
        if (owesLineFeed) {
            owesLineFeed = false;
            return '\n';
        }
        int next = text.read();
        owesLineFeed = next == '\n' && !afterReturn;
        afterReturn = next == '\r';
        return owesLineFeed ? '\r' : next;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
