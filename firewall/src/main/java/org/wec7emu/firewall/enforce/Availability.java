package org.wec7emu.firewall.enforce;

/** Whether a level can be had here. */
public sealed interface Availability {
    /** It works. */
    record Available() implements Availability {}

    /**
     * It doesn't.
     *
     * @param reason what was tried and what the system answered
     */
    record Unavailable(String reason) implements Availability {}
}
