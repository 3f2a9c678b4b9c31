package org.wec7emu.check;

import java.util.Set;

/**
 * A command that the device refused.
 *
 * @param reply the reply's text, without its code
 */
record Refusal(String verb, String argument, int code, String reply) {
    /** Unrecognized, not implemented, not implemented for that parameter. Source: RFC 959, section 4.2.1. */
    private static final Set<Integer> UNSUPPORTED = Set.of(500, 502, 504);

    /** Questions and wishes that a client goes on without. Sources: RFC 2389 (FEAT, OPTS), RFC 2640 (LANG), RFC 7151 (HOST). */
    private static final Set<String> NEEDED_BY_NOBODY = Set.of("FEAT", "OPTS", "CLNT", "LANG", "HOST");

    /** By which clients carry over a file's time and rights once it is there: ncftp, tnftp, lftp. */
    private static final Set<String> BEHIND_TRANSFERS = Set.of("MDTM", "MFMT", "SITE");

    static boolean is(int code) {
        return code >= 400;
    }

    boolean isUnsupported() {
        return UNSUPPORTED.contains(code);
    }

    /** Whether clients go on without what it was to bring. */
    boolean isMinor(boolean afterTransfer) {
        return NEEDED_BY_NOBODY.contains(verb) || (afterTransfer && BEHIND_TRANSFERS.contains(verb));
    }

    /** As in "the device answered SIZE a.txt with 500 Syntax error, command unrecognized". */
    String sentence() {
        return "the device answered " + command() + " with " + answer();
    }

    /** As sent, as in "SIZE a.txt". */
    String command() {
        return (verb + " " + argument).strip();
    }

    /** As in "500 Syntax error, command unrecognized". */
    String answer() {
        return (code + " " + reply.strip()).replaceFirst("\\.$", "");
    }
}
