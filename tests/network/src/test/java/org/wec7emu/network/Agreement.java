package org.wec7emu.network;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wec7emu.firewall.Cause;
import org.wec7emu.firewall.PacketFilter;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Verdict;

/**
 * Compares, packet by packet, what the kernel let pass with what the reference says. The reference's clock stands still, as
 * all is over long before a connection is forgotten.
 */
final class Agreement {
    private final InetAddress device;
    private final Sequence sequence;

    Agreement(InetAddress device, Sequence sequence) {
        this.device = device;
        this.sequence = sequence;
    }

    /**
     * Has all of it happen.
     *
     * @param firewall with the sequence's first rules in force
     * @return packets of which the kernel let pass what the reference drops, or the other way round, in order
     */
    List<Disagreement> disagreements(PacketLab lab, FirewallUnderTest firewall) throws Exception {
        lab.forget();
        for (Sequence.Step step : sequence.steps()) {
            if (step instanceof Sequence.Step.Apply change) {
                firewall.apply(change.rules());
            } else if (step instanceof Sequence.Step.Send send) {
                lab.send(send.packet());
            }
        }
        Set<Integer> passed = lab.passed();
        List<Judged> judged = judged();
        return judged.stream()
                .filter(one -> one.passes() != passed.contains(one.packet().mark()))
                .map(one -> new Disagreement(one, before(one, judged)))
                .toList();
    }

    /** What decided how often, as the reference sees it; a sequence that never reaches one of them proves nothing of it. */
    Map<Class<? extends Cause>, Long> causes() {
        return judged().stream()
                .filter(one -> isOfDevice(one.packet()))
                .collect(Collectors.groupingBy(one -> one.verdict().cause().getClass(), Collectors.counting()));
    }

    private List<Judged> judged() {
        RuleSet rules = sequence.first();
        PacketFilter reference = new PacketFilter(rules, () -> Instant.EPOCH);
        List<Judged> judged = new ArrayList<>();
        for (Sequence.Step step : sequence.steps()) {
            if (step instanceof Sequence.Step.Apply change) {
                rules = change.rules();
                reference.replaceRules(rules);
            } else if (step instanceof Sequence.Step.Send send) {
                MarkedPacket packet = send.packet();
                // Of another address of the host everything passes.
                Verdict verdict = isOfDevice(packet)
                        ? reference.decide(packet.packet())
                        : new Verdict.Pass(new Cause.FirewallOff());
                judged.add(new Judged(packet, verdict, rules));
            }
        }
        return judged;
    }

    private boolean isOfDevice(MarkedPacket packet) {
        return packet.packet().device().equals(device);
    }

    private static List<Judged> before(Judged one, List<Judged> all) {
        return all.stream()
                .filter(other -> other.packet().mark() < one.packet().mark() && other.sharesEnds(one))
                .toList();
    }

    /** A packet with the reference's verdict, and the rules that were in force. */
    record Judged(MarkedPacket packet, Verdict verdict, RuleSet rules) {
        boolean passes() {
            return verdict.passes();
        }

        private boolean sharesEnds(Judged other) {
            return ends().equals(other.ends());
        }

        private Map<String, Object> ends() {
            Map<String, Object> ends = new LinkedHashMap<>();
            ends.put("protocol", packet.packet().protocol());
            ends.put("remote", packet.remoteEnd());
            ends.put("device", packet.deviceEnd());
            return ends;
        }

        @Override
        public String toString() {
            return packet + " - " + verdict.sentence();
        }
    }

    /**
     * A packet of which the kernel did the opposite of what the reference says.
     *
     * @param before what else there was between these ends
     */
    record Disagreement(Judged judged, List<Judged> before) {
        @Override
        public String toString() {
            return "%nthe kernel %s: %s%n  under %s%n  before it:%n%s"
                    .formatted(
                            judged.passes() ? "dropped what was to pass" : "let pass what was to be dropped",
                            judged,
                            judged.rules(),
                            before.stream()
                                    .map(one -> "    " + one + "%n".formatted())
                                    .collect(Collectors.joining()));
        }
    }
}
