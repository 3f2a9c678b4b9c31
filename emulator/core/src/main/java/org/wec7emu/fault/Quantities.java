package org.wec7emu.fault;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wec7emu.profile.DurationText;

/** Numbers with units as users write them, without blanks: {@code 64KiB}, {@code 10mbit}, {@code 200ms}. */
final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15})([a-zA-Z]*)");
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "b", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib", 1L << 30);
    private static final Map<String, Long> BITS = Map.of("bit", 1L, "kbit", 1_000L, "mbit", 1_000_000L);
    private static final long MILLIS_A_SECOND = 1000;

    private Quantities() {}

    /** Bytes. */
    static long size(String text) {
        return scaled(text, BYTES, "a number of bytes, such as 4096 or 64KiB");
    }

    static String size(long bytes) {
        if (bytes == 0) {
            return "0";
        } else if (bytes % (1 << 20) == 0) {
            return (bytes >> 20) + "MiB";
        }
        return bytes % (1 << 10) == 0 ? (bytes >> 10) + "KiB" : Long.toString(bytes);
    }

    /** Bits a second. */
    static long bitRate(String text) {
        return scaled(text, BITS, "a rate, such as 9600bit, 64kbit or 10mbit");
    }

    static String bitRate(long bits) {
        if (bits % 1_000_000 == 0) {
            return bits / 1_000_000 + "mbit";
        }
        return bits % 1000 == 0 ? bits / 1000 + "kbit" : bits + "bit";
    }

    private static long scaled(String text, Map<String, Long> units, String what) {
        Matcher parts = NUMBER.matcher(text);
        if (parts.matches()) {
            Long unit = units.get(parts.group(2).toLowerCase(Locale.ROOT));
            long number = Long.parseLong(parts.group(1));
            if (unit != null && number <= Long.MAX_VALUE / unit) {
                return number * unit;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not " + what);
    }

    static Duration duration(String text) {
        Duration duration = DurationText.parse(text);
        if (duration == null) {
            throw new IllegalArgumentException("'" + text + "' is not a time, such as 200ms, 5s or 1min");
        }
        return duration;
    }

    static String duration(Duration duration) {
        long millis = duration.toMillis();
        return millis % MILLIS_A_SECOND == 0 && millis > 0 ? millis / MILLIS_A_SECOND + "s" : millis + "ms";
    }
}
