package org.wec7emu.measure.behaviour;

import java.io.IOException;

/** There is no session to be had, so nothing can be asked within one. The message says why. */
final class NoSessionException extends IOException {
    NoSessionException(String message) {
        super(message);
    }

    NoSessionException(String message, Throwable cause) {
        super(message, cause);
    }
}
