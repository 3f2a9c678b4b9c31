package org.wec7emu.benchmarks.race;

/**
 * One measurement.
 *
 * @param rate more is better
 * @param units how many GiB, listings or sessions it was
 * @param processor seconds of CPU time that the server's processes took for all of them
 */
record Sample(double rate, double units, double processor) {
    /** Milliseconds of CPU time a unit. */
    double cost() {
        return 1000 * processor / units;
    }
}
