package org.wec7emu.cli;

import java.util.stream.Collectors;
import org.wec7emu.measure.behaviour.Behaviour;
import org.wec7emu.measure.behaviour.MeasuredDifferences;
import org.wec7emu.measure.behaviour.MeasuredDifferences.Unasked;

/** What is said of measured differences, whatever the form. */
final class MeasuredWords {
    private static final int MOST_NAMES = 6;

    private MeasuredWords() {}

    /** As in "17 of 155 behaviours differ". */
    static String headline(MeasuredDifferences measured) {
        return measured.isEmpty()
                ? "none of " + measured.asked() + " behaviours differs"
                : measured.differing() + " of " + measured.asked() + " behaviours"
                        + (measured.differing() == 1 ? " differs" : " differ");
    }

    /** What all of it is worth; empty when there is nothing. */
    static String closing(MeasuredDifferences measured) {
        int all = measured.differences().size();
        int guesses = measured.guesses();
        if (guesses == 0) {
            return "";
        }
        return guesses + " of " + all + (all == 1 ? " measured difference" : " measured differences")
                + (guesses == 1 ? " rests" : " rest")
                + " on inferred or unknown values.";
    }

    /** As in "LIST after PASV, LIST after EPSV (of B): no data connection came about". */
    static String unasked(Unasked unasked) {
        return names(unasked) + " (of " + unasked.side() + "): " + unasked.because();
    }

    private static String names(Unasked unasked) {
        int all = unasked.behaviours().size();
        String names = unasked.behaviours().stream()
                .limit(MOST_NAMES)
                .map(Behaviour::name)
                .collect(Collectors.joining(", "));
        return all > MOST_NAMES ? names + " and " + (all - MOST_NAMES) + " more" : names;
    }
}
