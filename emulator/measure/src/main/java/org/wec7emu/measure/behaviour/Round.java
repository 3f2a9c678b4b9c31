package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.util.List;

/** Some behaviours that are asked for together, of one side after the other or of both at a time. */
interface Round {
    /** What is being asked for, for whoever waits. */
    String name();

    /** All that it asks for. */
    List<Behaviour> behaviours();

    /** Why it is nothing that a server somewhere can be asked for; empty when it can. */
    default String notFromOutside() {
        return "";
    }

    /**
     * Asks a side.
     *
     * @param findings what was found out is noted there, also when this fails
     * @throws IOException when it can't go on; the message says why
     */
    void ask(Side side, Findings findings) throws IOException;
}
