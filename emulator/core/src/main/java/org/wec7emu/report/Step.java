package org.wec7emu.report;

import java.time.Duration;

/** A row of a ladder. Texts are as the journal has them: whoever shows them makes them harmless. */
public sealed interface Step {
    /** Since the ladder's beginning. */
    Duration at();

    /** What it is, in a few words; several lines where a reply has several. */
    String text();

    /** What it means for the client. */
    Tone tone();

    /** What a step means for the client. */
    enum Tone {
        /** The dialogue. */
        CONTROL,
        /** A data connection or its contents. */
        DATA,
        /** What didn't come about, and why. */
        BAD
    }

    /** How far an arrow gets. */
    enum Fate {
        ARRIVES,
        /** Stops at the device's firewall. */
        DROPPED_BY_FIREWALL,
        /** Stops at what is in front of the client. */
        LOST_AT_CLIENT,
        /** Gets there and is sent back. */
        REFUSED
    }

    /**
     * Something goes from one port to another.
     *
     * @param caption why it didn't get there, with the rule that decided; else empty
     */
    record Arrow(Duration at, Lane from, Lane to, Fate fate, Tone tone, String text, String caption) implements Step {}

    /** Something is so at a port. */
    record Note(Duration at, Lane lane, Tone tone, String text) implements Step {}
}
