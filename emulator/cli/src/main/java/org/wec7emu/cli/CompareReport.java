package org.wec7emu.cli;

import java.util.Optional;
import org.wec7emu.measure.behaviour.MeasuredDifferences;
import org.wec7emu.measure.behaviour.Side;
import org.wec7emu.measure.behaviour.Side.Emulated;

/**
 * In what two sides differ.
 *
 * @param profiles differences of the profiles; empty where a side is a server, which has none
 * @param measured what was measured; empty where it wasn't to be
 */
record CompareReport(Side first, Side second, Optional<Comparison> profiles, Optional<MeasuredDifferences> measured) {
    boolean differ() {
        return profiles.map(found -> !found.values().isEmpty()).orElse(false)
                || measured.map(found -> !found.isEmpty()).orElse(false);
    }

    /** What is said of a side behind its name, as in ", state ftp-ready". */
    static String about(Side side) {
        return side instanceof Emulated emulated
                ? ", state " + emulated.image().state() + DiffWords.synthetic(emulated.image())
                : ", a server that is asked from outside";
    }

    String title() {
        return first.name() + " and " + second.name();
    }
}
