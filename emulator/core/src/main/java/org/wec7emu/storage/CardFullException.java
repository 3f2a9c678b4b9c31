package org.wec7emu.storage;

import java.io.IOException;
import java.util.OptionalLong;

/** There is no room on the device's card. */
public final class CardFullException extends IOException {
    private static final long serialVersionUID = 1;

    /** @param size of the card in bytes; empty where it has none, so that it is a fault that makes it full */
    CardFullException(OptionalLong size) {
        super("no space left on the card" + (size.isEmpty() ? "" : ", which holds " + size.getAsLong() + " bytes"));
    }
}
