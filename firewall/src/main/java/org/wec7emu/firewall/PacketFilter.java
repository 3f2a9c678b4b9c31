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
 * those of Windows CE (Microsoft ee494503): TCP 86,400 s once established and 60 s before, UDP 60 s, ICMP 30 s. Inferred of
 * the device: that a connection let in outlives the rule that let it in, as ee494503 speaks of connections from inside alone
 * (it is what the levels of enforcement do); and that an established connection has 60 s again from a FIN or RST on. What goes
 * out is judged by the rules each time.
 *
 * <p>States are also kept while the firewall is off, so switching it on cuts no open connection. Safe for use by several
 * threads.
 */
public final class PacketFilter {
    private final InstantSource clock;
    private final ZoneId zone;
    private final ConnectionStates states = new ConnectionStates();
    private final TcpStates tcp = new TcpStates(states);
    private RuleSet rules;
    /** Of rules with times those of the present hour, kept so that they aren't chosen anew for each packet. */
    private RuleSet inForce;

    private LocalDateTime inForceFrom = LocalDateTime.MAX;
    private LocalDateTime inForceUntil = LocalDateTime.MIN;

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
        this.inForce = rules;
        this.clock = clock;
        this.zone = zone;
    }

    /** Replaces the rules at once; connections begun inside and those that were let in and established stay. */
    public synchronized void replaceRules(RuleSet newRules) {
        rules = newRules;
        inForceUntil = LocalDateTime.MIN;
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
        return states.size(clock.instant());
    }

    private Verdict inbound(Packet packet, Flow flow, Instant now) {
        Cause known = knownAs(packet, flow, now);
        if (known != null) {
            return new Verdict.Pass(rules.enabled() ? known : new Cause.FirewallOff());
        }
        Verdict verdict = inForce(now).decide(packet);
        if (verdict.passes() && packet instanceof Packet.Tcp segment) {
            if (segment.opening()) {
                tcp.opening(flow, Direction.INBOUND, now);
            } else {
                tcp.letIn(segment, flow, now);
            }
        }
        return verdict;
    }

    /** Why the packet passes whatever the rules say; null when they are to be asked. Keeps awake what it belongs to. */
    private @Nullable Cause knownAs(Packet packet, Flow flow, Instant now) {
        if (packet instanceof Packet.Tcp segment) {
            Direction begun = segment.opening() ? null : tcp.received(segment, flow, now);
            if (begun == null) {
                return null;
            }
            return begun == Direction.OUTBOUND ? new Cause.Answer() : new Cause.LetInBefore();
        }
        Kind kind = packet instanceof Packet.Udp ? Kind.UDP : Kind.ICMP;
        boolean request = packet instanceof Packet.Icmp icmp && !icmp.isEchoReply();
        if (request || !states.has(kind, flow, now)) {
            return null;
        }
        states.touch(kind, flow, Direction.OUTBOUND, now);
        return new Cause.Answer();
    }

    private Verdict outbound(Packet packet, Flow flow, Instant now) {
        Verdict verdict = inForce(now).decide(packet);
        if (verdict.passes()) {
            remember(packet, flow, now);
        }
        return verdict;
    }

    private void remember(Packet sent, Flow flow, Instant now) {
        if (sent instanceof Packet.Tcp segment && segment.opening()) {
            tcp.opening(flow, Direction.OUTBOUND, now);
        } else if (sent instanceof Packet.Tcp segment) {
            tcp.sent(segment, flow, now);
        } else if (sent instanceof Packet.Udp) {
            states.touch(Kind.UDP, flow, Direction.OUTBOUND, now);
        } else if (sent instanceof Packet.Icmp icmp && icmp.isEchoRequest()) {
            states.touch(Kind.ICMP, flow, Direction.OUTBOUND, now);
        }
    }

    private RuleSet inForce(Instant now) {
        if (rules.firstWithTimes().isEmpty()) {
            return rules;
        }
        LocalDateTime time = LocalDateTime.ofInstant(now, zone);
        // A clock may be set back.
        if (time.isBefore(inForceFrom) || !time.isBefore(inForceUntil)) {
            inForce = rules.at(time);
            inForceFrom = time;
            inForceUntil = rules.nextChange(time).orElse(LocalDateTime.MAX);
        }
        return inForce;
    }
}
