package org.wec7emu.check;

import java.time.Duration;
import java.util.Locale;
import org.wec7emu.journal.TransferMode;

/** How diagnoses put things. */
final class Words {
    private static final double MILLIS = 1000.0;

    private Words() {}

    /** As in "3.0 s". */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / MILLIS);
    }

    static String mode(TransferMode mode) {
        return mode == TransferMode.PASSIVE ? "passive" : "active";
    }
}
