package org.wec7emu.cli;

import org.wec7emu.profile.ProfileException;

/** Something that the user gave can't be used; the message says what, where, and what to do. */
final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    BadInput(String message) {
        super(message);
    }

    BadInput(Throwable cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }

    /** With the lines that the mistakes are in. */
    BadInput(ProfileException cause) {
        super(String.join(System.lineSeparator(), cause.report()), cause);
    }
}
