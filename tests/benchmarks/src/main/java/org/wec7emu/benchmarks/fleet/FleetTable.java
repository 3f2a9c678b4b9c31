package org.wec7emu.benchmarks.fleet;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Rows for README: what each number of devices costs, and what one more does. */
final class FleetTable {
    private static final double MEBI = 1024.0 * 1024;
    private static final double KIBI = 1024.0;
    private static final int GOAL_DEVICES = 1_000;
    private static final double GOAL_SECONDS = 10;
    private static final int GOAL_THREADS = 64;
    private static final double GOAL_MEBI = 1024;

    private FleetTable() {}

    static String head() {
        return "| devices | services | start | threads | memory | a device more | idle | sessions a second |\n"
                + "|---|---|---|---|---|---|---|---|";
    }

    /** @param one the sample of one device, to see what another costs; null when it is not known */
    static String row(FleetSample sample, @Nullable FleetSample one) {
        String more = one == null || sample.devices() == 1
                ? ""
                : String.format(
                        Locale.ROOT,
                        "%.0f KiB, %.1f ms",
                        (sample.memory() - one.memory()) / KIBI / (sample.devices() - 1),
                        (sample.startSeconds() - one.startSeconds()) * 1e3 / (sample.devices() - 1));
        return String.format(
                Locale.ROOT,
                "| %,d | %s | %.1f s | %d | %.0f MiB | %s | %.1f %% of a core | %,.0f%s |",
                sample.devices(),
                sample.services() ? "yes" : "no",
                sample.startSeconds(),
                sample.threads(),
                sample.memory() / MEBI,
                more,
                sample.idle() * 100,
                sample.sessions(),
                sample.failed() == 0 ? "" : " (" + sample.failed() + " failed: " + sample.problem() + ")");
    }

    /** Whether the goals for 1,000 devices are reached. */
    static List<String> goals(List<FleetSample> samples) {
        return samples.stream()
                .filter(sample -> sample.devices() == GOAL_DEVICES)
                .map(sample -> String.format(
                        Locale.ROOT,
                        "Goal for 1,000 devices%s (10 s, 64 threads, 1 GiB): %s",
                        sample.services() ? "" : " without services",
                        isReached(sample) ? "reached" : "missed"))
                .toList();
    }

    static boolean isReached(FleetSample sample) {
        return sample.startSeconds() <= GOAL_SECONDS
                && sample.threads() <= GOAL_THREADS
                && sample.memory() / MEBI <= GOAL_MEBI;
    }
}
