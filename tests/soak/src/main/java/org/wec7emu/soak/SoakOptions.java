package org.wec7emu.soak;

import java.time.Duration;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param lasts how long clients begin new sessions
 * @param devices how many
 * @param seed of all that is chosen
 */
record SoakOptions(Duration lasts, int devices, long seed) {
    static final String USAGE = "usage: ./soak [--seconds N] [--devices N] [--seed S]";

    private static final int MOST_SECONDS = 24 * 60 * 60;
    private static final int MOST_DEVICES = 200;
    private static final int USUAL_SECONDS = 120;
    private static final int USUAL_DEVICES = 12;

    /**
     * @param anySeed unless one is told
     * @throws IllegalArgumentException when there is something else among them; the message says what
     */
    static SoakOptions parse(List<String> args, long anySeed) {
        long seconds = USUAL_SECONDS;
        long devices = USUAL_DEVICES;
        long seed = anySeed;
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            String value = i + 1 < args.size() ? args.get(i + 1) : "";
            switch (name) {
                case "--seconds" -> seconds = number(name, value, 1, MOST_SECONDS);
                case "--devices" -> devices = number(name, value, 1, MOST_DEVICES);
                case "--seed" -> seed = number(name, value, Long.MIN_VALUE, Long.MAX_VALUE);
                default -> throw new IllegalArgumentException(name + ": there is --seconds, --devices and --seed");
            }
        }
        return new SoakOptions(Duration.ofSeconds(seconds), (int) devices, seed);
    }

    private static long number(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(
                name + " needs a whole number from " + least + " to " + most + ", not '" + value + "'");
    }
}
