package org.wec7emu.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What something took.
 *
 * @param seconds by the clock
 * @param processor seconds of CPU time, of user and kernel, which the machine's other work hardly changes
 */
record Cost(double seconds, double processor) {
    private static final double NANOS = 1e9;

    /** What this thread has spent since some moment. */
    static Cost now() {
        return new Cost(
                System.nanoTime() / NANOS, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS);
    }

    static Cost since(Cost began) {
        Cost now = now();
        return new Cost(now.seconds - began.seconds, now.processor - began.processor);
    }

    /** Of one of so many. */
    Cost each(int count) {
        return new Cost(seconds / count, processor / count);
    }

    /** With the CPU time of another thread that worked at the same time. */
    Cost with(Cost beside) {
        return new Cost(seconds, processor + beside.processor);
    }

    /** The median of either. */
    static Cost median(List<Cost> costs) {
        return new Cost(median(costs, Cost::seconds), median(costs, Cost::processor));
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return Median.of(costs.stream().mapToDouble(part).toArray());
    }
}
