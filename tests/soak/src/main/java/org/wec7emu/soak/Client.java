package org.wec7emu.soak;

import java.io.IOException;
import java.util.SplittableRandom;

/** A kind of client. */
interface Client {
    /** For people. */
    String name();

    /**
     * A session: what is wrong with it is told to the visit.
     *
     * @param mine begins the names of the files that this client makes, of which there are no others
     * @throws IOException when it broke off, for which a change of conditions may be a reason
     */
    void visit(Visit visit, String mine, SplittableRandom random) throws IOException, InterruptedException;
}
