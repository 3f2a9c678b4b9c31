package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.wec7emu.benchmarks.Machine;

/** {@code ./bench race}: see {@link #main}. */
public final class RaceProgram {
    private RaceProgram() {}

    /**
     * Exits with 2 on wrong usage and 3 when measuring failed; a goal that is missed is a result, not a failure.
     *
     * @param args of {@code ./bench race}
     */
    public static void main(String[] args) {
        RaceOptions options;
        try {
            options = RaceOptions.parse(List.of(args));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.println(RaceOptions.USAGE);
            System.exit(2);
            return;
        }
        System.out.println(
                "FTP servers on this machine, medians of " + options.extent().rounds()
                        + " interleaved rounds; behind each rate its ratio to vsftpd's, more is better");
        System.out.println(Machine.sentence());
        if (Machine.isBusy()) {
            System.out.println("The machine is busy with other work: rates are too low, and ratios wander.");
        }
        try (Race race = new Race(options)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(race)));
            race.run(Path.of("").toAbsolutePath()).forEach(System.out::println);
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(3);
        }
        System.exit(0); // whatever thread still waits
    }

    /** On Ctrl-C. */
    private static void close(Race race) {
        try {
            race.close();
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
        }
    }
}
