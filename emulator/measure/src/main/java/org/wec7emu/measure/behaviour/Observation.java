package org.wec7emu.measure.behaviour;

import java.util.List;
import org.wec7emu.profile.ProfileValue;

/** What came of asking one side for one behaviour. */
public sealed interface Observation {
    /**
     * It was seen.
     *
     * @param outcome what two sides are compared by
     * @param text the same for a person
     * @param tone whether that is what a user wants
     * @param because why, in a sentence, where the side is a device of ours and its firewall or path decided; else empty
     * @param restsOn the values of the profile that it would be otherwise without; none of a server somewhere
     */
    record Seen(String outcome, String text, Tone tone, String because, List<ProfileValue> restsOn)
            implements Observation {
        public Seen {
            restsOn = List.copyOf(restsOn);
        }
    }

    /**
     * It wasn't asked for.
     *
     * @param because why, in words that follow "as"
     */
    record NotAsked(String because) implements Observation {}

    /** What a user thinks of it. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD
    }
}
