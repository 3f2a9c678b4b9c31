package org.wec7emu.firewall;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Conversations that the firewall remembers, each until it has been silent for its kind's lifetime. Of each kind so many are
 * kept at most; then the one that was silent longest gives way, so a flood of openings forgets no established connection.
 */
final class ConnectionStates {
    /** Of each kind. Our choice; nothing is documented. */
    static final int MOST = 16_384;

    /** In the order of their expiry. */
    private final Map<Kind, Map<Flow, State>> kinds = new EnumMap<>(Kind.class);

    /** What is remembered, with the time of silence after which it is forgotten. Source: Microsoft ee494503. */
    enum Kind {
        TCP_ESTABLISHED(Duration.ofDays(1)),
        /** Established, and one of its ends has said that it ends. That this is "not established" is inferred. */
        TCP_ENDING(Duration.ofMinutes(1)),
        /** The device has sent the SYN. */
        TCP_DIALLED(Duration.ofMinutes(1)),
        /** The other end has sent the SYN, and it was let in. */
        TCP_OPENING(Duration.ofMinutes(1)),
        UDP(Duration.ofMinutes(1)),
        ICMP(Duration.ofSeconds(30));

        private final Duration lifetime;

        Kind(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    /** @param begun OUTBOUND for what the device began, INBOUND for what was let in */
    private record State(Instant expiry, Direction begun) {}

    ConnectionStates() {
        for (Kind kind : Kind.values()) {
            kinds.put(kind, new LinkedHashMap<>());
        }
    }

    boolean has(Kind kind, Flow flow, Instant now) {
        return begun(kind, flow, now) != null;
    }

    /** The direction in which it began; null when no such state is remembered. */
    @Nullable
    Direction begun(Kind kind, Flow flow, Instant now) {
        State state = of(kind).get(flow);
        return state != null && now.isBefore(state.expiry) ? state.begun : null;
    }

    /** Begins a state, or begins its time of silence anew. */
    void touch(Kind kind, Flow flow, Direction begun, Instant now) {
        Map<Flow, State> states = of(kind);
        // Taken out first, so that the order is that of the expiry.
        states.remove(flow);
        states.put(flow, new State(now.plus(kind.lifetime), begun));
        forgetOld(states, now);
        if (states.size() > MOST) {
            states.remove(states.keySet().iterator().next());
        }
    }

    void forget(Kind kind, Flow flow) {
        of(kind).remove(flow);
    }

    int size(Instant now) {
        int size = 0;
        for (Map<Flow, State> states : kinds.values()) {
            forgetOld(states, now);
            size += states.size();
        }
        return size;
    }

    private Map<Flow, State> of(Kind kind) {
        Map<Flow, State> states = kinds.get(kind);
        if (states == null) {
            throw new IllegalStateException("no states of kind " + kind);
        }
        return states;
    }

    private static void forgetOld(Map<Flow, State> states, Instant now) {
        Iterator<State> oldestFirst = states.values().iterator();
        while (oldestFirst.hasNext() && !now.isBefore(oldestFirst.next().expiry)) {
            oldestFirst.remove();
        }
    }
}
