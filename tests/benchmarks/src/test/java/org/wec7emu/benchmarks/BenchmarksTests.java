package org.wec7emu.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.EnforcementLevel;

/** Every benchmark runs, for a blink; its numbers mean nothing here. */
class BenchmarksTests {
    static {
        // Other runs of JMH on this machine are none of a smoke test's business.
        System.setProperty("jmh.ignoreLock", "true");
    }

    private static ChainedOptionsBuilder blink(Class<?> benchmarks) {
        return new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .forks(0)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1))
                .timeout(TimeValue.seconds(30))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static void assumeAvailable(EnforcementLevel level) {
        try {
            ListeningSocket.enforcer(level);
        } catch (EnforcementException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    @Test
    void measureTheReference() throws RunnerException {
        assertThat(new Runner(blink(ReferenceBenchmark.class)
                                .param("rules", "100")
                                .build())
                        .run())
                .extracting(result -> result.getPrimaryResult().getLabel())
                .containsExactlyInAnyOrder("reference", "index", "linearSearch", "change");
    }

    @ParameterizedTest
    @EnumSource(EnforcementLevel.class)
    void measureAChangeOfRulesOnEachLevel(EnforcementLevel level) throws RunnerException {
        assumeAvailable(level);

        RunResult result = new Runner(blink(ApplyBenchmark.class)
                        .param("level", level.name())
                        .param("rules", "1000")
                        .build())
                .runSingle();

        assertThat(result.getPrimaryResult().getScore()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(EnforcementLevel.class)
    void measureTrafficBehindEachLevel(EnforcementLevel level) throws Exception {
        assumeAvailable(level);

        try (LoopbackRounds rounds = new LoopbackRounds(List.of(level))) {
            Map<String, Cost> connections = rounds.medians(2, it -> LoopbackTraffic.connections(it, 3));
            Map<String, Cost> uploads = rounds.medians(1, it -> LoopbackTraffic.toTheDevice(it, 1_000_000));
            Map<String, Cost> downloads = rounds.medians(1, it -> LoopbackTraffic.fromTheDevice(it, 1_000_000));

            assertThat(List.of(connections, uploads, downloads)).allSatisfy(medians -> assertThat(medians)
                    .containsOnlyKeys(LoopbackRounds.NONE, level.label(), LoopbackRounds.NONE_AGAIN)
                    .allSatisfy((name, cost) -> assertThat(cost.seconds()).isPositive()));
        }
    }

    /** Each packet is met by a rule or by none; a mixture where all are, or none is, would measure half of it. */
    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1_000, 10_000})
    void haveHitsAndMisses(int size) {
        RuleSet rules = Mixture.rules(size);
        Packet[] packets = Mixture.packets(rules, 1_000);

        long hits = List.of(packets).stream()
                .filter(packet -> packet.direction() == Direction.INBOUND)
                .filter(packet -> rules.decide(packet).passes())
                .count();

        assertThat(rules.rules()).hasSize(size).anyMatch(rule -> rule.action() == Action.BLOCK);
        assertThat(hits).isBetween(250L, 550L);
    }
}
