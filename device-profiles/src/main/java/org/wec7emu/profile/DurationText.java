package org.wec7emu.profile;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 500 ms}, {@code 30 s}, {@code 5 min}, {@code 1 h}. */
public final class DurationText {
    private static final int MOST = 999_999;

    private DurationText() {}

    /** Null when the text is none. */
    public static @Nullable Duration parse(String text) {
        int unit = 0;
        while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        int number = Numbers.parse(text.substring(0, unit), 0, MOST);
        if (number < 0) {
            return null;
        }
        return switch (text.startsWith(" ", unit) ? text.substring(unit + 1) : text.substring(unit)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "min" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> null;
        };
    }
}
