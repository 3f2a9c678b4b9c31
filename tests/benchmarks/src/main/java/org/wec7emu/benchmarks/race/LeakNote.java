package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.wec7emu.benchmarks.race.ProcessTree.Holdings;

/** What a server still holds of the system when all clients have gone, beside what it held before they came. */
final class LeakNote {
    /** Threads may be kept for a while for the next client. */
    private static final long PATIENCE_SECONDS = 10;

    private static final long LOOK_MILLIS = 200;

    private final ServerProcess server;
    private final Holdings before;

    /** To be made when the server has started, and before clients come. */
    LeakNote(ServerProcess server) {
        this.server = server;
        before = server.holdings();
    }

    /**
     * Waits a while for the server to come to rest.
     *
     * @param sessions that it has had
     */
    String line(long sessions) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Holdings after = server.holdings();
        while (!isRest(after) && System.nanoTime() - deadline < 0) {
            pause();
            after = server.holdings();
        }
        return String.format(
                Locale.ROOT,
                "%s, after %,d sessions: %d descriptors, %d before; %d threads, %d before",
                server.contender().name(),
                sessions,
                after.descriptors(),
                before.descriptors(),
                after.threads(),
                before.threads());
    }

    private boolean isRest(Holdings holdings) {
        return holdings.descriptors() <= before.descriptors() && holdings.threads() <= before.threads();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
