package org.wec7emu.cli;

import java.util.Optional;
import org.wec7emu.profile.DeviceInState;
import org.wec7emu.profile.ProfileDiff;
import org.wec7emu.profile.ProfileValue;
import org.wec7emu.profile.TrafficDifference;

/** What is said of a difference to a person, whatever the form. */
final class DiffWords {
    private DiffWords() {}

    static String synthetic(DeviceInState device) {
        return device.profile().synthetic() ? " (synthetic: no such image was published)" : "";
    }

    /** A value so that it can be seen: in quotes where it is empty, or begins or ends with a blank. */
    static String text(Optional<ProfileValue> value) {
        return value.map(ProfileValue::text)
                .map(text -> text.isEmpty() || !text.equals(text.strip()) ? '"' + text + '"' : text)
                .orElse("-");
    }

    static String grade(Optional<ProfileValue> value) {
        return value.map(found -> found.evidence().grade().label()).orElse("");
    }

    static String source(Optional<ProfileValue> value) {
        return value.map(found -> found.evidence().source()).orElse("");
    }

    /** As in "passes -> dropped". */
    static String verdicts(TrafficDifference difference) {
        return verdict(!difference.passesInSecond()) + " -> " + verdict(difference.passesInSecond());
    }

    static String verdict(boolean passes) {
        return passes ? "passes" : "dropped";
    }

    /** What all of it is worth. */
    static String closing(ProfileDiff diff) {
        int all = diff.differences().size();
        int guesses = diff.guesses();
        if (all == 0) {
            return "No differences.";
        }
        String rest = guesses == 0 ? "none of " + all : guesses + " of " + all;
        return Character.toUpperCase(rest.charAt(0)) + rest.substring(1)
                + (all == 1 ? " difference" : " differences")
                + (guesses > 1 ? " rest" : " rests")
                + " on inferred or unknown values.";
    }
}
