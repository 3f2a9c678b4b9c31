package org.wec7emu.profile;

import java.util.Locale;

/** How well a value of a profile is known, best first. */
public enum Grade {
    /** Microsoft or the device's vendor says so in public documents. */
    DOCUMENTED,
    /** The bytes stand in a published log of a real device. */
    OBSERVED,
    /** Third-party code or notes written against a real device say so. */
    REPORTED,
    /** Nobody says so; the value's note gives the reason for it. */
    INFERRED,
    /** Nothing was found: the value is a switch with a default of our choice. */
    UNKNOWN;

    /** Whether nobody has said or seen it: inferred or unknown. */
    public boolean isGuess() {
        return this == INFERRED || this == UNKNOWN;
    }

    /** The word for it in profiles. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
