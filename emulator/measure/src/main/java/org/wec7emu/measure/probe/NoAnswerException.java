package org.wec7emu.measure.probe;

import java.io.IOException;

/** A server that doesn't answer, or ends the session; the message says which, and after what. */
final class NoAnswerException extends IOException {
    NoAnswerException(String message) {
        super(message);
    }
}
