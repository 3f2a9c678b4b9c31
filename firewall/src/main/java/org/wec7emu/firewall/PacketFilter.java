package org.wec7emu.firewall;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.ConnectionStates.Kind;

/**
 * The reference: the firewall of a device as a function of one packet after the other. What enforces for real must agree
 * with it.
 *
 * <p>Stateful, in what comes in: an answer to traffic that the device began passes, whatever the rules say, and so does what
 * belongs to a TCP connection that was let in and established, until the state has been silent for too long. Timeouts are
 * those of Windows CE (Microsoft ee494503): TCP 86,400 s once established and 60 s before, UDP 60 s, ICMP 30 s. That a
 * connection let in outlives the rule that let it in is what the levels of enforcement do; of the device it is inferred, as
 * ee494503 speaks of connections from inside alone. What goes out is judged by the rules each time.
 *
 * <p>Packets don't tell of FIN and RST, so a state ends by silence only. Safe for use by several threads.
 */
public final class PacketFilter {
    private final InstantSource clock;
    private final ZoneId zone;
    private final ConnectionStates begunInside = new ConnectionStates();
    private final ConnectionStates letIn = new ConnectionStates();
    private RuleSet rules;

    /**
     * A device whose clock is in this machine's time zone.
     *
     * @param clock tells the time by which states grow old and rules come into force
     */
    public PacketFilter(RuleSet rules, InstantSource clock) {
        this(rules, clock, ZoneId.systemDefault());
    }

    /**
     * A device whose clock is in the time zone {@code zone}.
     *
     * @param clock tells the time by which states grow old and rules come into force
     */
    public PacketFilter(RuleSet rules, InstantSource clock, ZoneId zone) {
        this.rules = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** Replaces the rules at once; connections begun inside and those that were let in and established stay. */
    public synchronized void replaceRules(RuleSet newRules) {
        rules = newRules;
    }

    /** Decides over the next packet. */
    public synchronized Verdict decide(Packet packet) {
        Instant now = clock.instant();
        Flow flow = Flow.of(packet);
        if (flow == null) {
            return inForce(now).decide(packet);
        }
        return packet.direction() == Direction.INBOUND ? inbound(packet, flow, now) : outbound(packet, flow, now);
    }

    /**
     * The rules in force that note a packet; they decide nothing. Asking changes no state.
     *
     * @return in the profile's order
     */
    public synchronized List<Rule> loggedBy(Packet packet) {
        return inForce(clock.instant()).loggedBy(packet);
    }

    /** Number of connections, begun inside or let in, that are remembered. */
    public synchronized int states() {
        Instant now = clock.instant();
        return begunInside.size(now) + letIn.size(now);
    }

    private Verdict inbound(Packet packet, Flow flow, Instant now) {
        Verdict byState = null;
        if (answers(packet, flow, now)) {
            byState = new Verdict.Pass(new Cause.Answer());
        } else if (packet instanceof Packet.Tcp tcp && !tcp.opening() && letIn.has(Kind.TCP_ESTABLISHED, flow, now)) {
            letIn.touch(Kind.TCP_ESTABLISHED, flow, now);
            byState = new Verdict.Pass(new Cause.LetInBefore());
        }
        if (byState != null && rules.enabled()) {
            return byState;
        }
        Verdict verdict = inForce(now).decide(packet);
        if (verdict.passes() && packet instanceof Packet.Tcp tcp) {
            rememberLetIn(tcp, flow, now);
        }
        return verdict;
    }

    /** The handshake's last segment still has to get through, as it has to on a listening socket with a filter. */
    private void rememberLetIn(Packet.Tcp segment, Flow flow, Instant now) {
        if (segment.opening()) {
            letIn.touch(Kind.TCP_OPENING, flow, now);
        } else if (letIn.has(Kind.TCP_OPENING, flow, now)) {
            letIn.establish(flow, now);
        }
    }

    private boolean answers(Packet packet, Flow flow, Instant now) {
        if (packet instanceof Packet.Tcp tcp) {
            boolean known =
                    begunInside.has(Kind.TCP_ESTABLISHED, flow, now) || begunInside.has(Kind.TCP_OPENING, flow, now);
            if (!known || tcp.opening()) {
                return false;
            }
            begunInside.establish(flow, now);
            return true;
        }
        Kind kind = packet instanceof Packet.Udp ? Kind.UDP : Kind.ICMP;
        boolean request = packet instanceof Packet.Icmp icmp && !icmp.isEchoReply();
        if (request || !begunInside.has(kind, flow, now)) {
            return false;
        }
        begunInside.touch(kind, flow, now);
        return true;
    }

    private Verdict outbound(Packet packet, Flow flow, Instant now) {
        Verdict verdict = inForce(now).decide(packet);
        Kind begins = kindBegunBy(packet);
        if (verdict.passes() && begins != null) {
            begunInside.touch(begins, flow, now);
        } else if (verdict.passes() && packet instanceof Packet.Tcp) {
            keepAwake(begunInside, flow, now);
            keepAwake(letIn, flow, now);
        }
        return verdict;
    }

    private static void keepAwake(ConnectionStates states, Flow flow, Instant now) {
        if (states.has(Kind.TCP_ESTABLISHED, flow, now)) {
            states.touch(Kind.TCP_ESTABLISHED, flow, now);
        }
    }

    /** Null for what belongs to something that began before. */
    private static @Nullable Kind kindBegunBy(Packet packet) {
        if (packet instanceof Packet.Tcp tcp) {
            return tcp.opening() ? Kind.TCP_OPENING : null;
        } else if (packet instanceof Packet.Icmp icmp) {
            return icmp.isEchoRequest() ? Kind.ICMP : null;
        }
        return packet instanceof Packet.Udp ? Kind.UDP : null;
    }

    private RuleSet inForce(Instant now) {
        return rules.firstWithTimes().isEmpty() ? rules : rules.at(LocalDateTime.ofInstant(now, zone));
    }
}
