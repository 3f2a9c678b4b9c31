package org.wec7emu.registry;

/** A line of a file can't be read. */
final class SyntaxFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param place {@code file:line:column} */
    SyntaxFault(String place, String message) {
        super(place + ": " + message, null, false, false);
        what = message;
    }

    /** The message without the place. */
    String what() {
        return what;
    }
}
