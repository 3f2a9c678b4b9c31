package org.wec7emu.firewall;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * The reference: the firewall of a device as a function of one packet after the other. What enforces for real must agree
 * with it.
 *
 * <p>Stateful: an answer to traffic that the device began passes, whatever the rules say, until the state has been silent
 * for too long. Timeouts are those of Windows CE (Microsoft ee494503): TCP 86,400 s once established and 60 s before, UDP
 * 60 s, ICMP 30 s. Safe for use by several threads.
 */
public final class PacketFilter {
    private static final Duration TCP_ESTABLISHED = Duration.ofDays(1);
    private static final Duration TCP_OPENING = Duration.ofMinutes(1);
    private static final Duration UDP = Duration.ofMinutes(1);
    private static final Duration ICMP = Duration.ofSeconds(30);
    private static final int ICMP_ECHO_REPLY = 0;
    private static final int ICMP_ECHO_REQUEST = 8;

    private final InstantSource clock;
    private final Map<Flow, Instant> begunInside = new HashMap<>();
    private RuleSet rules;

    /** @param clock tells the time by which states grow old */
    public PacketFilter(RuleSet rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** Replaces the rules at once; connections begun inside stay. */
    public synchronized void replaceRules(RuleSet newRules) {
        rules = newRules;
    }

    /** Decides over the next packet. */
    public synchronized Verdict decide(Packet packet) {
        Instant now = clock.instant();
        if (packet.direction() == Direction.INBOUND && answers(packet, now) && rules.enabled()) {
            return new Verdict.Pass(new Cause.Answer());
        }
        Verdict verdict = rules.decide(packet);
        if (verdict.passes() && packet.direction() == Direction.OUTBOUND) {
            remember(packet, now);
        }
        return verdict;
    }

    /** Number of connections begun inside that an answer may still reach. */
    public synchronized int states() {
        forgetOld(clock.instant());
        return begunInside.size();
    }

    private boolean answers(Packet packet, Instant now) {
        Flow flow = Flow.of(packet);
        Instant expires = flow == null ? null : begunInside.get(flow);
        if (expires == null || !now.isBefore(expires) || startsAnew(packet)) {
            return false;
        }
        begunInside.put(flow, now.plus(packet instanceof Packet.Tcp ? TCP_ESTABLISHED : lifetime(packet)));
        return true;
    }

    private static boolean startsAnew(Packet packet) {
        return (packet instanceof Packet.Tcp tcp && tcp.opening())
                || (packet instanceof Packet.Icmp icmp && icmp.type() != ICMP_ECHO_REPLY);
    }

    private void remember(Packet packet, Instant now) {
        Flow flow = Flow.of(packet);
        boolean begins = (packet instanceof Packet.Tcp tcp && tcp.opening())
                || packet instanceof Packet.Udp
                || (packet instanceof Packet.Icmp icmp && icmp.type() == ICMP_ECHO_REQUEST);
        if (flow == null || !begins) {
            return;
        }
        forgetOld(now);
        begunInside.put(flow, now.plus(lifetime(packet)));
    }

    private void forgetOld(Instant now) {
        begunInside.values().removeIf(expires -> !now.isBefore(expires));
    }

    private static Duration lifetime(Packet packet) {
        if (packet instanceof Packet.Tcp) {
            return TCP_OPENING;
        }
        return packet instanceof Packet.Udp ? UDP : ICMP;
    }

    /** Both ends of a conversation, the same for either direction. */
    private record Flow(int protocol, InetSocketAddress remote, InetSocketAddress device) {
        static @org.jspecify.annotations.Nullable Flow of(Packet packet) {
            if (packet instanceof Packet.Tcp tcp) {
                return new Flow(tcp.protocol(), tcp.remoteEnd(), tcp.deviceEnd());
            } else if (packet instanceof Packet.Udp udp) {
                return new Flow(udp.protocol(), udp.remoteEnd(), udp.deviceEnd());
            } else if (packet instanceof Packet.Icmp icmp) {
                return new Flow(
                        icmp.protocol(),
                        new InetSocketAddress(icmp.remote(), icmp.identifier()),
                        new InetSocketAddress(icmp.device(), icmp.identifier()));
            }
            return null;
        }
    }
}
