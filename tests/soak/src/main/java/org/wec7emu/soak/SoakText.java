package org.wec7emu.soak;

import java.time.Duration;
import java.util.Locale;

/** What is told of a soak. */
final class SoakText {
    private static final double MB = 1e6;

    private SoakText() {}

    /** A line while it runs. */
    static String progress(Findings findings, Duration since) {
        return String.format(
                Locale.ROOT,
                "%3d s: %,d sessions, %,.1f MB verified, %,d faults, %,d rule changes, %,d failures",
                since.toSeconds(),
                sessions(findings),
                findings.bytes() / MB,
                findings.counted("faults"),
                findings.counted("rule changes"),
                findings.failed());
    }

    private static long sessions(Findings findings) {
        return findings.counts().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("sessions, "))
                .mapToLong(java.util.Map.Entry::getValue)
                .sum();
    }

    /** What came of it, and the seed. */
    static String summary(Findings findings, SoakOptions options) {
        StringBuilder text = new StringBuilder();
        findings.counts()
                .forEach((what, count) -> text.append(String.format(Locale.ROOT, "%-42s %,12d%n", what, count)));
        for (String failure : findings.failures()) {
            text.append("\nFAILED: ").append(failure).append('\n');
        }
        text.append(String.format(
                Locale.ROOT,
                "Soak: %d devices, %,d sessions, %,.1f MB verified by hash, %,d failures; --seed %d%n",
                options.devices(),
                sessions(findings),
                findings.bytes() / MB,
                findings.failed(),
                options.seed()));
        return text.toString();
    }
}
