package org.wec7emu.benchmarks;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.PacketFilter;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Verdict;

/** A packet in the reference: with its state, by the rules' index alone, and by a search through the rules for comparison. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReferenceBenchmark {
    private static final int PACKETS = 4_096;

    /** Number of rules. */
    @Param({"10", "100", "1000", "10000"})
    public int rules = 10;

    private RuleSet set = Mixture.rules(rules);
    private PacketFilter filter = new PacketFilter(set, InstantSource.system());
    private List<Rule> inbound = List.of();
    private List<Rule> outbound = List.of();
    private Packet[] packets = {};
    private int next;

    @Setup
    public void prepare() {
        set = Mixture.rules(rules);
        filter = new PacketFilter(set, InstantSource.system());
        inbound = set.inDecidingOrder(Direction.INBOUND);
        outbound = set.inDecidingOrder(Direction.OUTBOUND);
        packets = Mixture.packets(set, PACKETS);
    }

    private Packet packet() {
        next = (next + 1) % PACKETS;
        return packets[next];
    }

    @Benchmark
    public Verdict reference() {
        return filter.decide(packet());
    }

    @Benchmark
    public Verdict index() {
        return set.decide(packet());
    }

    @Benchmark
    public Optional<Rule> linearSearch() {
        Packet packet = packet();
        for (Rule rule : packet.direction() == Direction.INBOUND ? inbound : outbound) {
            if (rule.matches(packet)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** What a change of rules costs the reference: a new set, and its index with the first packet. */
    @Benchmark
    public Verdict change() {
        filter.replaceRules(new RuleSet(set.dialect(), true, set.rules()));
        return filter.decide(packets[0]);
    }
}
