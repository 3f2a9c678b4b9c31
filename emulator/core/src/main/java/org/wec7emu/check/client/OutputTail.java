package org.wec7emu.check.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads all that a client prints, so that it never waits for a reader, and keeps the end of it. */
final class OutputTail {
    /** Bytes that are kept. */
    static final int KEPT = 64 * 1024;

    private static final int PIECE = 8192;

    private final Thread thread;
    private byte[] tail = new byte[0];

    OutputTail(InputStream output) {
        thread = new Thread(() -> read(output), "wec7emu-client-output");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream output) {
        byte[] piece = new byte[PIECE];
        try (output) {
            for (int count = output.read(piece); count >= 0; count = output.read(piece)) {
                keep(piece, count);
            }
        } catch (IOException e) {
            // the client was ended; what it printed until then is kept
        }
    }

    private synchronized void keep(byte[] piece, int count) {
        byte[] all = Arrays.copyOf(tail, tail.length + count);
        System.arraycopy(piece, 0, all, tail.length, count);
        tail = all.length <= KEPT ? all : Arrays.copyOfRange(all, all.length - KEPT, all.length);
    }

    /** Waits for the end of the output, but not longer than that. */
    void awaitEnd(long millis) throws InterruptedException {
        thread.join(millis);
    }

    /** What was printed last, so far. */
    synchronized String text() {
        return new String(tail, StandardCharsets.UTF_8);
    }
}
