package org.wec7emu.soak;

import java.io.IOException;
import java.util.List;

/** {@code ./soak}: see {@link #main}. */
public final class SoakProgram {
    private static final int SEEDS = 1_000_000;

    private SoakProgram() {}

    /**
     * Exits with 0 if all was as it must be, 1 if not, 2 on wrong usage, 3 when the soak couldn't be done.
     *
     * @param args of {@code ./soak}
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> args) {
        SoakOptions options;
        try {
            options = SoakOptions.parse(args, Math.floorMod(System.nanoTime(), SEEDS));
        } catch (IllegalArgumentException e) {
            System.err.println("soak: " + e.getMessage());
            System.err.println(SoakOptions.USAGE);
            return 2;
        }
        System.err.println("soak: " + options.devices() + " devices for "
                + options.lasts().toSeconds() + " s, --seed " + options.seed());
        try {
            Findings findings = new Soak(options, Mishap.NONE, line -> System.err.println("soak: " + line)).run();
            System.out.print(SoakText.summary(findings, options));
            return findings.failed() == 0 ? 0 : 1;
        } catch (IOException e) {
            System.err.println("soak: " + e.getMessage());
            return 3;
        } catch (InterruptedException e) {
            System.err.println("soak: interrupted");
            return 3;
        }
    }
}
