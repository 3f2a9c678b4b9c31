package org.wec7emu.firewall;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Conversations that the firewall remembers, each until it has been silent for its kind's lifetime. Of each kind so many are
 * kept at most; then the one that was silent longest gives way, so a flood of openings forgets no established connection.
 */
final class ConnectionStates {
    /** Of each kind. Our choice; nothing is documented. */
    static final int MOST = 16_384;

    /** In the order of their expiry. */
    private final Map<Kind, Map<Flow, Instant>> expiries = new EnumMap<>(Kind.class);

    /** What is remembered, with the time of silence after which it is forgotten. Source: Microsoft ee494503. */
    enum Kind {
        TCP_ESTABLISHED(Duration.ofDays(1)),
        TCP_OPENING(Duration.ofMinutes(1)),
        UDP(Duration.ofMinutes(1)),
        ICMP(Duration.ofSeconds(30));

        private final Duration lifetime;

        Kind(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    boolean has(Kind kind, Flow flow, Instant now) {
        Instant expiry = of(kind).get(flow);
        return expiry != null && now.isBefore(expiry);
    }

    /** Begins a state, or begins its time of silence anew. */
    void touch(Kind kind, Flow flow, Instant now) {
        Map<Flow, Instant> states = of(kind);
        // Taken out first, so that the order is that of the expiry.
        states.remove(flow);
        states.put(flow, now.plus(kind.lifetime));
        forgetOld(states, now);
        if (states.size() > MOST) {
            states.remove(states.keySet().iterator().next());
        }
    }

    /** A connection that was opening is now established. */
    void establish(Flow flow, Instant now) {
        of(Kind.TCP_OPENING).remove(flow);
        touch(Kind.TCP_ESTABLISHED, flow, now);
    }

    int size(Instant now) {
        int size = 0;
        for (Map<Flow, Instant> states : expiries.values()) {
            forgetOld(states, now);
            size += states.size();
        }
        return size;
    }

    private Map<Flow, Instant> of(Kind kind) {
        return expiries.computeIfAbsent(kind, absent -> new LinkedHashMap<>());
    }

    private static void forgetOld(Map<Flow, Instant> states, Instant now) {
        Iterator<Instant> oldestFirst = states.values().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next())) {
            oldestFirst.remove();
        }
    }
}
