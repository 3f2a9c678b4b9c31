package org.wec7emu.firewall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.ConnectionStates.Kind;

/**
 * What the firewall remembers of TCP connections: SYNs that passed, and the established connections that came of them,
 * whichever end began.
 *
 * <p>An established connection is forgotten after a day of silence, or, once either end has sent FIN or RST, after a minute.
 * The minute is the documented one of TCP that is "not established" (Microsoft ee494503); that an end makes a connection so
 * is inferred. A SYN that passes makes the two ends anew.
 */
final class TcpStates {
    private final ConnectionStates states;

    TcpStates(ConnectionStates states) {
        this.states = states;
    }

    /** A SYN has passed. */
    void opening(Flow flow, Direction direction, Instant now) {
        states.forget(Kind.TCP_ENDING, flow);
        states.touch(direction == Direction.OUTBOUND ? Kind.TCP_DIALLED : Kind.TCP_OPENING, flow, direction, now);
    }

    /**
     * A segment that opens nothing comes in, and the rules haven't been asked: it passes, and keeps its connection awake,
     * when the connection is established or answers a SYN of the device's.
     *
     * @return the direction in which the connection began; null when it is neither
     */
    @Nullable
    Direction received(Packet.Tcp segment, Flow flow, Instant now) {
        Direction begun = keptAwake(segment, flow, now);
        if (begun == null) {
            begun = states.begun(Kind.TCP_DIALLED, flow, now);
            if (begun != null) {
                states.forget(Kind.TCP_DIALLED, flow);
                remember(segment, flow, begun, now);
            }
        }
        return begun;
    }

    /** The rules have let in a segment that opens nothing: the handshake's last, where a SYN was let in before. */
    void letIn(Packet.Tcp segment, Flow flow, Instant now) {
        Direction begun = states.begun(Kind.TCP_OPENING, flow, now);
        if (begun != null) {
            states.forget(Kind.TCP_OPENING, flow);
            remember(segment, flow, begun, now);
        }
    }

    /** The rules have let out a segment that opens nothing. */
    void sent(Packet.Tcp segment, Flow flow, Instant now) {
        keptAwake(segment, flow, now);
    }

    /** The direction in which an established or ending connection began, whose time of silence begins anew; null for none. */
    private @Nullable Direction keptAwake(Packet.Tcp segment, Flow flow, Instant now) {
        Direction begun = states.begun(Kind.TCP_ESTABLISHED, flow, now);
        if (begun != null) {
            remember(segment, flow, begun, now);
            return begun;
        }
        begun = states.begun(Kind.TCP_ENDING, flow, now);
        if (begun != null) {
            states.touch(Kind.TCP_ENDING, flow, begun, now);
        }
        return begun;
    }

    private void remember(Packet.Tcp segment, Flow flow, Direction begun, Instant now) {
        if (segment.closing()) {
            states.forget(Kind.TCP_ESTABLISHED, flow);
        }
        states.touch(segment.closing() ? Kind.TCP_ENDING : Kind.TCP_ESTABLISHED, flow, begun, now);
    }
}
