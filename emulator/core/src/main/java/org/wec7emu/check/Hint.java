package org.wec7emu.check;

/**
 * What to do about a verdict.
 *
 * @param advice what helps whatever the client, in a sentence without a full stop; empty where there is nothing to mend
 * @param client the client that was recognised, or empty
 * @param option the client's way to active mode; empty where it has none, or no client was recognised, or that is not what is
 *     wrong
 * @param source a public document that says so, or empty
 * @param confirmed how far that has been seen to be so
 */
public record Hint(String advice, String client, String option, String source, Confirmed confirmed) {
    /** How far what is said of a client has been seen to be so. */
    public enum Confirmed {
        /** A test of this project runs the client with that option against a device, and it works. */
        RUN,
        /** Its manual or those who make it say so. */
        DOCUMENTED,
        /** Nobody has looked it up. */
        UNCONFIRMED
    }

    /** For whatever client. */
    static Hint general(String advice) {
        return new Hint(advice, "", "", "", Confirmed.UNCONFIRMED);
    }

    /** The same about something else. */
    public Hint withAdvice(String other) {
        return new Hint(other, client, option, source, confirmed);
    }

    /** In words. */
    public String text() {
        if (client.isEmpty()) {
            return advice;
        }
        return option.isEmpty()
                ? advice + "; " + client + " has no active mode: take another client (" + source + ")"
                : advice + ": " + option + " (" + client + "; " + source + ")";
    }
}
