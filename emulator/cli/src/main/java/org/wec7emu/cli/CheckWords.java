package org.wec7emu.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wec7emu.check.Grounds;
import org.wec7emu.check.client.CheckedClient;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.profile.ProfileValue;

/** How reports of any form put what came of a client. */
final class CheckWords {
    /** Lines of the client's output that a report shows. */
    static final int OUTPUT_LINES = 10;

    private static final double MILLIS = 1000.0;

    private CheckWords() {}

    /** As in "3.1". */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / MILLIS);
    }

    /** As in "exit code 28 after 5.0 s". */
    static String end(CheckedClient check) {
        String text = check.end().text();
        return text.contains(" after ") ? text : text + " after " + seconds(check.took()) + " s";
    }

    static String label(TransferMode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    /** The command line as one would type it. */
    static String typed(List<String> words) {
        return words.stream().map(CheckWords::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./{}-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** As in "firewall.enabled: true (documented, cx8191-manual)". */
    static String ground(ProfileValue value) {
        String source = value.evidence().source();
        return value.path() + ": " + value.text() + " ("
                + value.evidence().grade().label() + (source.isEmpty() ? "" : ", " + source) + ")";
    }

    /** How sure that is; empty where it rests on nothing that isn't known. */
    static String doubt(Grounds grounds) {
        long guesses = grounds.guesses();
        int all = grounds.values().size();
        return guesses == 0
                ? ""
                : guesses + " of " + all + (all == 1 ? " value is" : " values are")
                        + " inferred or unknown: a real device may do otherwise";
    }
}
