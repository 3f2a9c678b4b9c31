package org.wec7emu.benchmarks;

import java.util.Arrays;

/** The middle of what was measured. */
public final class Median {
    private Median() {}

    /** Of an even number of values the mean of the two in the middle; not a number when there are none. */
    public static double of(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
