package org.wec7emu.profile;

import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.PortRange;

/** Ports as people write them: {@code 443} or {@code 20-21}. */
final class Ports {
    private static final int HIGHEST = 65_535;

    private Ports() {}

    /** Null when the text is none. */
    static @Nullable PortRange parse(String text) {
        int dash = text.indexOf('-');
        int first = Numbers.parse(dash < 0 ? text : text.substring(0, dash), 1, HIGHEST);
        int last = dash < 0 ? first : Numbers.parse(text.substring(dash + 1), 1, HIGHEST);
        return first < 0 || last < first ? null : new PortRange(first, last);
    }
}
