package org.wec7emu.storage;

import java.io.IOException;

/** There is no room on the device's card. */
public final class CardFullException extends IOException {
    private static final long serialVersionUID = 1;

    CardFullException(long size) {
        super("no space left on the card, which holds " + size + " bytes");
    }
}
