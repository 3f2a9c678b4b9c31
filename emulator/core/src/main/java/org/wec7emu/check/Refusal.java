package org.wec7emu.check;

import java.util.Set;

/**
 * A command that the device refused.
 *
 * @param command as sent, as in "SIZE a.txt"
 * @param reply the reply's text, without its code
 */
record Refusal(String command, int code, String reply) {
    /** Unrecognized, not implemented, not implemented for that parameter. Source: RFC 959, section 4.2.1. */
    private static final Set<Integer> UNSUPPORTED = Set.of(500, 502, 504);

    static boolean is(int code) {
        return code >= 400;
    }

    boolean isUnsupported() {
        return UNSUPPORTED.contains(code);
    }

    String sentence() {
        return "the device answered " + command + " with " + code + " " + reply.strip();
    }
}
