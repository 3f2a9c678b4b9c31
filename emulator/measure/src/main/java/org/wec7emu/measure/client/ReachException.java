package org.wec7emu.measure.client;

import java.io.IOException;

/** A connection that didn't come about, and how. */
public final class ReachException extends IOException {
    private final transient Reach reach;

    ReachException(Reach reach, String message) {
        super(message);
        this.reach = reach;
    }

    /** Never {@link Reach#OPEN}. */
    public Reach reach() {
        return reach;
    }
}
