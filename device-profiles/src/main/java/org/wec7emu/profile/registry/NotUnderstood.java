package org.wec7emu.profile.registry;

/** The values of a rule's key say nothing that is known; the message says which, as in "Mask is 0x61". */
final class NotUnderstood extends Exception {
    private static final long serialVersionUID = 1L;

    NotUnderstood(String message) {
        super(message, null, false, false);
    }

    NotUnderstood(IllegalArgumentException cause) {
        this(String.valueOf(cause.getMessage()));
    }
}
