package org.wec7emu.measure.behaviour;

import java.io.IOException;

/** There is no session to be had, so nothing can be asked within one. The message says why. */
final class NoSessionException extends IOException {
    private final String why;

    NoSessionException(String why) {
        super(why);
        this.why = why;
    }

    NoSessionException(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    /** The message. */
    String why() {
        return why;
    }
}
