package org.wec7emu.storage;

import java.io.IOException;

/** There is no card in the device. */
public final class CardRemovedException extends IOException {
    private static final long serialVersionUID = 1;

    public CardRemovedException() {
        super("the card was removed");
    }
}
