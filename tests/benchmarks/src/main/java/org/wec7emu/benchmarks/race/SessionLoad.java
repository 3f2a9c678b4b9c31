package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Clients that have one short session after the other, all in one thread: connect, log in, RETR of a small file in active
 * mode, QUIT. Each client has an address of its own, as 64 clients on a network have. Otherwise a server that dials them all
 * from its one port 20 to ports of one address would soon find each port of it used a moment ago.
 */
public final class SessionLoad {
    /** A server that is silent for that long has lost the session. */
    private static final Duration SILENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(200);

    private final List<InetAddress> clients;
    private final List<SessionScript> scripts;

    /** @param clients their addresses */
    SessionLoad(List<InetAddress> clients, SessionScript script) {
        this(clients, List.of(script));
    }

    /**
     * Clients of several servers.
     *
     * @param clients their addresses
     * @param scripts each session has the next one, and after the last the first
     */
    public SessionLoad(List<InetAddress> clients, List<SessionScript> scripts) {
        this.clients = List.copyOf(clients);
        this.scripts = List.copyOf(scripts);
    }

    /**
     * What came of it.
     *
     * @param sessions that went well
     * @param failed that didn't
     * @param problem the first of those, or empty
     * @param seconds from the first to the end of the last
     */
    public record Outcome(int sessions, int failed, String problem, double seconds) {
        /** Sessions a second. */
        public double rate() {
            return sessions / seconds;
        }
    }

    /**
     * Begins sessions for that long, then waits for the last.
     *
     * @throws IOException when the thread is interrupted
     */
    public Outcome run(Duration time) throws IOException {
        Tally tally = new Tally(System.nanoTime() + time.toNanos());
        List<SessionClient> all = new ArrayList<>();
        Turn next = new Turn(scripts);
        long began = System.nanoTime();
        long looked = began;
        try (Selector selector = Selector.open()) {
            for (InetAddress client : clients) {
                all.add(new SessionClient(selector, client, next, tally));
            }
            all.forEach(SessionClient::begin);
            while (tally.running() > 0) {
                selector.select(LOOK.toMillis());
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedIOException("interrupted with " + tally.running() + " sessions left");
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    ((SessionClient) key.attachment()).ready(key);
                }
                selector.selectedKeys().clear();
                long now = System.nanoTime();
                if (now - looked > LOOK.toNanos()) {
                    looked = now;
                    long since = now - SILENCE.toNanos();
                    all.forEach(client -> client.giveUpIfSilent(since));
                }
            }
        }
        return tally.outcome((System.nanoTime() - began) / 1e9);
    }
}
