package org.wec7emu.host;

import org.apache.mina.core.service.IoHandler;
import org.apache.mina.core.session.IoSession;

/** What a device does with its control connections. Says what of it is done at once, and so needs no thread of its own. */
public interface ControlHandler extends IoHandler {
    /** Whether nothing is done for clients at the moment, and nothing they send is read. */
    default boolean isStill() {
        return false;
    }

    /** Ends a connection behind what has been said on it. */
    default void finish(IoSession session) {
        session.closeOnFlush();
    }

    /** Whether {@link #sessionOpened} never waits, neither for a client nor for a timer. */
    boolean opensPromptly();

    /**
     * Whether a line is answered without waiting, neither for a client nor for a timer nor for a disk.
     *
     * @param line as {@link #messageReceived} gets it
     */
    boolean isPrompt(Object line);
}
