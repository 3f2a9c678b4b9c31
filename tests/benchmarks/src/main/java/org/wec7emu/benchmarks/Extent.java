package org.wec7emu.benchmarks;

import java.util.List;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How much is measured.
 *
 * @param sizes numbers of rules for a packet
 * @param levelSizes numbers of rules for a change of rules on a level
 * @param jmh how long JMH measures each
 * @param rounds over loopback
 * @param connections of each round
 */
record Extent(List<Integer> sizes, List<Integer> levelSizes, JmhRun jmh, int rounds, int connections) {
    /** Some three minutes, on a machine with nothing else to do. */
    static final Extent FULL = new Extent(
            List.of(10, 100, 1_000, 10_000),
            List.of(10, 100, 1_000),
            new JmhRun(20, 40, TimeValue.milliseconds(50)),
            11,
            2_000);

    /** Three quarters of a minute, on a machine with nothing else to do. */
    static final Extent QUICK =
            new Extent(List.of(10, 10_000), List.of(100), new JmhRun(10, 12, TimeValue.milliseconds(30)), 3, 1_000);
}
