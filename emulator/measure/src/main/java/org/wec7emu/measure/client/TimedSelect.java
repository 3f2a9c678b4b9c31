package org.wec7emu.measure.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.Selector;
import java.util.concurrent.TimeUnit;

/** Waits for one channel. */
final class TimedSelect {
    private TimedSelect() {}

    /**
     * Waits until the channel is ready.
     *
     * @param deadline of {@link System#nanoTime}
     * @return whether it was ready before
     * @throws InterruptedIOException when the thread was interrupted; its mark stays
     */
    static boolean until(Selector selector, long deadline) throws IOException {
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            selector.select(Math.max(1, TimeUnit.NANOSECONDS.toMillis(left)));
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted");
            }
            if (!selector.selectedKeys().isEmpty()) {
                selector.selectedKeys().clear();
                return true;
            }
        }
        return selector.selectNow() > 0 && clear(selector);
    }

    private static boolean clear(Selector selector) {
        selector.selectedKeys().clear();
        return true;
    }
}
