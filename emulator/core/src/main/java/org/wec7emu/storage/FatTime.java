package org.wec7emu.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When a file was last written, as FAT remembers it: in steps of two seconds of local time, from 1980 to 2107. Source:
 * https://learn.microsoft.com/en-us/windows/win32/sysinfo/file-times
 */
final class FatTime {
    private static final long STEP = 2;
    private static final int FIRST_YEAR = 1980;
    private static final int YEARS = 128;
    /** From here on, and until there, FAT can say a time in whatever zone: a day from either end. Seconds since 1970. */
    private static final long EVERYWHERE_FROM =
            Instant.parse("1980-01-02T00:00:00Z").getEpochSecond();

    private static final long EVERYWHERE_UNTIL =
            Instant.parse("2107-12-31T00:00:00Z").getEpochSecond();

    private FatTime() {}

    /** The last step that isn't later; a time that FAT can't say is the nearest one that it can. */
    static Instant of(Instant time, ZoneId zone) {
        long second = time.getEpochSecond();
        Instant step = Instant.ofEpochSecond(second - Math.floorMod(second, STEP));
        return second >= EVERYWHERE_FROM && second < EVERYWHERE_UNTIL ? step : within(step, zone);
    }

    private static Instant within(Instant step, ZoneId zone) {
        Instant first = ZonedDateTime.of(FIRST_YEAR, 1, 1, 0, 0, 0, 0, zone).toInstant();
        Instant last = ZonedDateTime.of(FIRST_YEAR + YEARS, 1, 1, 0, 0, 0, 0, zone)
                .toInstant()
                .minus(Duration.ofSeconds(STEP));
        if (step.isBefore(first)) {
            return first;
        }
        return step.isAfter(last) ? last : step;
    }
}
