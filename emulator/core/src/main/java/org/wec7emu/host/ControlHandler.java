package org.wec7emu.host;

import org.apache.mina.core.service.IoHandler;

/** What a device does with its control connections. Says what of it is done at once, and so needs no thread of its own. */
public interface ControlHandler extends IoHandler {
    /** Whether {@link #sessionOpened} never waits, neither for a client nor for a timer. */
    boolean opensPromptly();

    /**
     * Whether a line is answered without waiting, neither for a client nor for a timer nor for a disk.
     *
     * @param line as {@link #messageReceived} gets it
     */
    boolean isPrompt(Object line);
}
