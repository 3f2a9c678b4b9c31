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
    /** What is said of an image whose turn hadn't come. */
    static final String UNCHECKED = "not checked, as the check was stopped before";

    /** Lines of the client's output that a report shows. */
    private static final int OUTPUT_LINES = 10;

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

    /** The same, or that nobody saw it. */
    static String client(CheckedClient check) {
        return check.commandLine().isEmpty() ? "not seen: this is of a saved journal" : typed(check.commandLine());
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./{}-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** The last lines that the client printed, fit to be read on a terminal and in any report. */
    static List<String> output(CheckedClient check) {
        return check.lastLines(OUTPUT_LINES).stream().map(CheckWords::clean).toList();
    }

    /** Without control characters, which a terminal would obey, and those that XML can't have. Source: XML 1.0, production 2. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().map(c -> isText(c) ? c : '\uFFFD').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isText(int c) {
        boolean blank = c == '\t' || c == '\n';
        boolean control = c < ' ' || (c >= 0x7F && c <= 0x9F);
        boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
        return blank || !(control || surrogate || c == 0xFFFE || c == 0xFFFF);
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
