package org.wec7emu.ftp;

import java.io.IOException;
import java.io.InputStream;

/** A file's text as RFC 959 sends it: each line feed has a carriage return before it. For one thread. */
final class NetworkLines extends InputStream {
    private static final int BUFFER = 64 * 1024;

    private final InputStream text;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;
    private boolean afterReturn;
    private boolean owesLineFeed;

    NetworkLines(InputStream text) {
        this.text = text;
    }

    @Override
    public int read() throws IOException {
        if (owesLineFeed) {
            owesLineFeed = false;
            return '\n';
        }
        if (position == limit) {
            limit = Math.max(0, text.read(buffer));
            position = 0;
        }
        if (limit == 0) {
            return -1;
        }
        int next = Byte.toUnsignedInt(buffer[position++]);
        owesLineFeed = next == '\n' && !afterReturn;
        afterReturn = next == '\r';
        return owesLineFeed ? '\r' : next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = 0;
        int next = length == 0 ? -1 : read();
        while (next >= 0) {
            into[offset + count++] = (byte) next;
            next = count == length ? -1 : read();
        }
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
