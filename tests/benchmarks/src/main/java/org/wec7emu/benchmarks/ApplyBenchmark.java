package org.wec7emu.benchmarks;

import java.io.IOException;
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
import org.openjdk.jmh.annotations.TearDown;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** Other rules for one open port: they are compiled, and the kernel is told. Of each level that there is. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ApplyBenchmark {
    /** All levels. */
    @Param
    public EnforcementLevel level = EnforcementLevel.BACKLOG;

    /** Number of rules. A socket's filter has no room for ten thousand. */
    @Param({"10", "100", "1000"})
    public int rules = 10;

    private Optional<ListeningSocket> port = Optional.empty();
    private RuleSet[] sets = {};
    private int next;

    @Setup
    public void open() throws IOException {
        sets = new RuleSet[] {ListeningSocket.rules(level, rules), ListeningSocket.otherRules(level, rules)};
        port = Optional.of(ListeningSocket.level(level, rules));
    }

    @Benchmark
    public void apply() throws IOException {
        next = 1 - next;
        port.orElseThrow().apply(sets[next]);
    }

    @TearDown
    public void close() throws IOException {
        port.orElseThrow().close();
    }
}
