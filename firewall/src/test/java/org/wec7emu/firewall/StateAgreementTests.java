package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Over long conversations the reference passes and drops just what sets with timeouts do, as a kernel has them: {@link
 * Sets} is the whole of the rules of connection state, written down a second time and as plainly as can be.
 */
class StateAgreementTests {
    private static final List<Duration> PAUSES = List.of(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(29),
            Duration.ofSeconds(30),
            Duration.ofSeconds(59),
            Duration.ofSeconds(60),
            Duration.ofSeconds(86_340),
            Duration.ofSeconds(86_400));

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    /** Sets of flows, each of which leaves its set at a time of its own. */
    private final class Sets {
        private final Map<String, Map<Flow, Instant>> sets = new HashMap<>();

        private boolean has(String set, Flow flow) {
            return now.isBefore(sets.getOrDefault(set, Map.of()).getOrDefault(flow, Instant.MIN));
        }

        private void put(String set, Flow flow, int seconds) {
            sets.computeIfAbsent(set, absent -> new HashMap<>()).put(flow, now.plusSeconds(seconds));
        }

        private void remove(String set, Flow flow) {
            sets.getOrDefault(set, new HashMap<>()).remove(flow);
        }

        private void establish(Packet.Tcp segment, Flow flow) {
            if (segment.closing()) {
                remove("established", flow);
                put("closing", flow, 60);
            } else {
                put("established", flow, 86_400);
            }
        }

        private void open(String set, Flow flow) {
            remove("closing", flow);
            put(set, flow, 60);
        }

        private boolean keep(Packet.Tcp segment, Flow flow) {
            if (has("established", flow)) {
                establish(segment, flow);
                return true;
            } else if (has("closing", flow)) {
                put("closing", flow, 60);
                return true;
            }
            return false;
        }

        boolean passes(Packet packet, RuleSet rules) {
            Flow flow = Flow.of(packet);
            boolean allowed = rules.decide(packet).passes();
            if (packet instanceof Packet.Tcp segment) {
                return segment.direction() == Direction.INBOUND
                        ? in(segment, flow, allowed)
                        : out(segment, flow, allowed);
            }
            boolean ping = packet instanceof Packet.Icmp;
            boolean asks = !ping || ((Packet.Icmp) packet).isEchoRequest();
            boolean answers = !ping || ((Packet.Icmp) packet).isEchoReply();
            boolean known = packet.direction() == Direction.INBOUND && answers && has("asked", flow);
            if (known || (packet.direction() == Direction.OUTBOUND && allowed && asks)) {
                put("asked", flow, ping ? 30 : 60);
            }
            return known || allowed;
        }

        private boolean in(Packet.Tcp segment, Flow flow, boolean allowed) {
            if (!segment.opening() && keep(segment, flow)) {
                return true;
            } else if (!segment.opening() && has("dialled", flow)) {
                remove("dialled", flow);
                establish(segment, flow);
                return true;
            }
            if (allowed && segment.opening()) {
                open("opening", flow);
            } else if (allowed && has("opening", flow)) {
                remove("opening", flow);
                establish(segment, flow);
            }
            return allowed;
        }

        private boolean out(Packet.Tcp segment, Flow flow, boolean allowed) {
            if (allowed && segment.opening()) {
                open("dialled", flow);
            } else if (allowed) {
                keep(segment, flow);
            }
            return allowed;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void holdsWhateverIsSaidInWhateverOrder(long seed) {
        Random random = new Random(seed);
        RandomFirewalls firewalls = new RandomFirewalls(random);
        for (int i = 0; i < Cases.of(200); i++) {
            List<Packet> conversation = conversation(firewalls);
            PacketFilter reference = new PacketFilter(rules(random), () -> now);
            Sets sets = new Sets();
            RuleSet inForce = new RuleSet(Dialect.FW6, true, List.of());
            for (int j = 0; j < 200; j++) {
                if (j % 10 == 0) {
                    inForce = rules(random);
                    reference.replaceRules(inForce);
                }
                now = now.plus(firewalls.any(PAUSES));
                Packet packet = firewalls.any(conversation);
                assertThat(reference.decide(packet).passes())
                        .as(packet + " by " + inForce)
                        .isEqualTo(sets.passes(packet, inForce));
            }
        }
    }

    /** Mostly nothing comes in and everything goes out, so that states decide. */
    private static RuleSet rules(Random random) {
        List<Rule> rules = new ArrayList<>();
        if (random.nextInt(3) == 0) {
            rules.add(Rule.allow("in", Traffic.any()));
        }
        if (random.nextInt(4) == 0) {
            rules.add(Rule.outbound("out", Action.BLOCK, Traffic.any()));
        }
        return new RuleSet(Dialect.FW6, random.nextInt(5) != 0, rules);
    }

    /** All that can be said within one flow of a random packet's, and a second such. */
    private static List<Packet> conversation(RandomFirewalls firewalls) {
        List<Packet> packets = new ArrayList<>();
        while (packets.size() < 6) {
            Packet any = firewalls.packet();
            for (Direction direction : Direction.values()) {
                if (any instanceof Packet.Tcp tcp) {
                    packets.add(Packet.Tcp.syn(direction, tcp.remoteEnd(), tcp.deviceEnd()));
                    packets.add(new Packet.Tcp(direction, tcp.remoteEnd(), tcp.deviceEnd(), false));
                    packets.add(new Packet.Tcp(direction, tcp.remoteEnd(), tcp.deviceEnd(), false, true));
                } else if (any instanceof Packet.Udp udp) {
                    packets.add(new Packet.Udp(direction, udp.remoteEnd(), udp.deviceEnd()));
                } else if (any instanceof Packet.Icmp icmp) {
                    packets.add(new Packet.Icmp(
                            direction, icmp.remote(), icmp.device(), icmp.isVersion6() ? 128 : 8, 0, 1));
                    packets.add(new Packet.Icmp(
                            direction, icmp.remote(), icmp.device(), icmp.isVersion6() ? 129 : 0, 0, 1));
                }
            }
        }
        return packets;
    }
}
