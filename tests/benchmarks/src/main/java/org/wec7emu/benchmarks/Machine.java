package org.wec7emu.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What numbers are to be read with. */
public final class Machine {
    private Machine() {}

    /** CPU, cores, kernel, JVM and load, in a line. */
    public static String sentence() {
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s %s, Java %s (%s); load before: %.1f",
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("java.version"),
                System.getProperty("java.vm.vendor"),
                load());
    }

    /** Whether there is less than a core free, or was in the last minute. */
    public static boolean isBusy() {
        return load() > Runtime.getRuntime().availableProcessors() - 1;
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        } catch (IOException e) {
            return "unknown CPU (" + e.getMessage() + ")";
        }
        return "unknown CPU";
    }
}
