package org.wec7emu.benchmarks.race;

import java.util.List;

/** Takes scripts in turn; for one thread. */
final class Turn {
    private final List<SessionScript> scripts;
    private int next;

    /** @param scripts at least one */
    Turn(List<SessionScript> scripts) {
        this.scripts = scripts;
    }

    SessionScript take() {
        SessionScript taken = scripts.get(next);
        next = (next + 1) % scripts.size();
        return taken;
    }
}
