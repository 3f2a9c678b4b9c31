package org.wec7emu.journal;

/** A saved journal can't be understood; the message begins with {@code file:line:} and says what is wrong there. */
public final class JournalException extends Exception {
    private static final long serialVersionUID = 1L;

    JournalException(String message) {
        super(message);
    }
}
