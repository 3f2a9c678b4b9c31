package org.wec7emu.benchmarks.race;

import static org.wec7emu.benchmarks.race.Contenders.PYFTPDLIB;
import static org.wec7emu.benchmarks.race.Contenders.VSFTPD;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the emulator is to reach.
 *
 * @param least the ratio
 * @param discipline whose rate is compared
 * @param rival with whose; empty for the emulator's own of {@code other}
 * @param other the rival's discipline
 */
record Goal(double least, Discipline discipline, String rival, Discipline other) {
    static final List<Goal> ALL = List.of(
            of(1.0, Discipline.RETR, VSFTPD),
            of(1.0, Discipline.STOR, VSFTPD),
            new Goal(0.8, Discipline.ASCII, "", Discipline.RETR),
            of(1.0, Discipline.LIST, VSFTPD),
            of(4.0, Discipline.ONE_CLIENT, VSFTPD),
            of(4.0, Discipline.CROWD, VSFTPD),
            of(1.5, Discipline.ONE_CLIENT, PYFTPDLIB),
            of(1.5, Discipline.CROWD, PYFTPDLIB));

    private static Goal of(double least, Discipline discipline, String rival) {
        return new Goal(least, discipline, rival, discipline);
    }

    /** What of it each emulator reached, in a line; empty when nothing to compare was measured. */
    static List<String> lines(Results results, List<String> emulators, Set<Discipline> disciplines, long bytes) {
        List<String> lines = new ArrayList<>();
        for (Goal goal : ALL) {
            if (disciplines.contains(goal.discipline) && disciplines.contains(goal.other)) {
                for (String emulator : emulators) {
                    goal.line(results, emulator, bytes).ifPresent(lines::add);
                }
            }
        }
        return lines;
    }

    private java.util.Optional<String> line(Results results, String emulator, long bytes) {
        double rival = results.rate(other, this.rival.isEmpty() ? emulator : this.rival);
        double ratio = results.rate(discipline, emulator) / rival;
        if (Double.isNaN(ratio)) {
            return java.util.Optional.empty();
        }
        String label = discipline.label(bytes);
        String against = this.rival.isEmpty() ? "its own TYPE I" : this.rival;
        return java.util.Optional.of(String.format(
                Locale.ROOT,
                "%-8s %-29s %-12s %5s of %s, goal %.1f",
                ratio >= least ? "reached" : "MISSED",
                label.substring(0, label.lastIndexOf(',')),
                emulator,
                ratioText(ratio),
                against,
                least));
    }

    /** Never rounded up to a goal. */
    static String ratioText(double ratio) {
        return String.format(Locale.ROOT, "%.2f", Math.floor(ratio * 100 + 1e-9) / 100);
    }
}
