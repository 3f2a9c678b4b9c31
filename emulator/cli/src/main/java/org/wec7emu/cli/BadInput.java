package org.wec7emu.cli;

/** Something that the user gave can't be used; the message says what, where, and what to do. */
final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }

    BadInput(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
