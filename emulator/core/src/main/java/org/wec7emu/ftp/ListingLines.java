package org.wec7emu.ftp;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import org.wec7emu.storage.FileArea.Entry;

/**
 * Lines of LIST and NLST, byte by byte as Windows CE writes them: DOS style with a 24-hour clock and no AM or PM; the name
 * starts at column 37 (0-based). Sources: logs and listings of real devices,
 * https://github.com/robinrodricks/FluentFTP/issues/99 and https://github.com/PyFilesystem/pyfilesystem2/issues/438.
 */
final class ListingLines {
    private static final int SIZE_COLUMNS = 21;
    private static final String DIRECTORY = "       <DIR>          ";
    private static final String END = "\r\n";
    private static final DateTimeFormatter WHEN = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .appendLiteral('-')
            .appendValue(ChronoField.DAY_OF_MONTH, 2)
            .appendLiteral('-')
            .appendValueReduced(ChronoField.YEAR, 2, 2, 2000)
            .appendLiteral("  ")
            .appendValue(ChronoField.HOUR_OF_DAY, 2)
            .appendLiteral(':')
            .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
            .toFormatter(java.util.Locale.ROOT);

    private ListingLines() {}

    /** The line of LIST for an entry, its time in {@code zone}. */
    static String full(Entry entry, ZoneId zone) {
        String when = WHEN.format(entry.modified().atZone(zone));
        String size = Long.toString(entry.size());
        String middle =
                entry.directory() ? DIRECTORY : " ".repeat(Math.max(0, SIZE_COLUMNS - size.length())) + size + " ";
        return when + middle + entry.name() + END;
    }

    /** The line of NLST for an entry. */
    static String bare(Entry entry) {
        return entry.name() + END;
    }
}
