package org.wec7emu.benchmarks;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How long JMH measures, in a JVM of its own with the emulator's collector.
 *
 * @param warmups number of warm-up iterations
 * @param iterations number of measured iterations
 * @param length of each iteration
 */
record JmhRun(int warmups, int iterations, TimeValue length) {
    private static final double MEDIAN = 50;

    /**
     * Measures one benchmark with one value a parameter.
     *
     * @param parameters names and values by turns
     * @return the median of the iterations, in the benchmark's unit a call
     */
    double median(Class<?> benchmarks, String method, String... parameters) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\." + method + "$")
                .forks(1)
                // Compiling in the foreground makes warming up a matter of calls, however busy the machine is.
                .jvmArgsAppend("-XX:+UseSerialGC", "-Xbatch")
                .warmupIterations(warmups)
                .warmupTime(length)
                .measurementIterations(iterations)
                .measurementTime(length)
                .timeout(TimeValue.seconds(60))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (int i = 0; i < parameters.length; i += 2) {
            options.param(parameters[i], parameters[i + 1]);
        }
        return new Runner(options.build())
                .runSingle()
                .getPrimaryResult()
                .getStatistics()
                .getPercentile(MEDIAN);
    }
}
