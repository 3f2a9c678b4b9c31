package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A reading that many devices want at a time. Each gets one that was begun after it asked, and those that wait meanwhile
 * share the next: so a thousand devices that start at once read some dozens of times.
 */
final class SharedReading<T> {
    private @Nullable T last;
    private long begun;

    /** Where it is read from. */
    interface Source<T> {
        T read() throws IOException;
    }

    /** One that was begun no earlier than {@code nanos}, on the clock of {@link System#nanoTime}. */
    synchronized T since(long nanos, Source<T> source) throws IOException {
        T known = last;
        if (known != null && begun - nanos >= 0) {
            return known;
        }
        long now = System.nanoTime();
        T read = source.read();
        last = read;
        begun = now;
        return read;
    }
}
