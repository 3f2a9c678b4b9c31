package org.wec7emu.measure.behaviour;

import java.io.IOException;

/** What is done whether or not this thread has been interrupted: what was opened or made is taken away again. */
@FunctionalInterface
interface CleanUp {
    void run() throws IOException;

    /** Does it as if the thread hadn't been interrupted, and marks the thread again if it had. */
    static void always(CleanUp cleanUp) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            cleanUp.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
