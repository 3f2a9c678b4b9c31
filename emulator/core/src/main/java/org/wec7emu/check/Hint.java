package org.wec7emu.check;

/**
 * What to do about a verdict.
 *
 * @param advice what helps whatever the client, in a sentence without a full stop; empty where there is nothing to mend
 * @param client the client that was recognised, or empty
 * @param option the client's way to active mode; empty where it has none, or no client was recognised, or that is not what is
 *     wrong
 * @param source a public document that says so, or empty
 */
public record Hint(String advice, String client, String option, String source) {
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
