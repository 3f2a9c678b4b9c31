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

    private FatTime() {}

    /** The last step that isn't later; a time that FAT can't say is the nearest one that it can. */
    static Instant of(Instant time, ZoneId zone) {
        Instant first = ZonedDateTime.of(FIRST_YEAR, 1, 1, 0, 0, 0, 0, zone).toInstant();
        Instant last = ZonedDateTime.of(FIRST_YEAR + YEARS, 1, 1, 0, 0, 0, 0, zone)
                .toInstant()
                .minus(Duration.ofSeconds(STEP));
        Instant step = Instant.ofEpochSecond(time.getEpochSecond() - Math.floorMod(time.getEpochSecond(), STEP));
        if (step.isBefore(first)) {
            return first;
        }
        return step.isAfter(last) ? last : step;
    }
}
