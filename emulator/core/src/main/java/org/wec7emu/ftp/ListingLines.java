package org.wec7emu.ftp;

import java.time.LocalDateTime;
import java.time.ZoneId;
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
    private static final int TEXT_BEFORE_NAME = 40;

    private ListingLines() {}

    /** The line of LIST for an entry, its time in {@code zone}. */
    static String full(Entry entry, ZoneId zone) {
        StringBuilder line = new StringBuilder(TEXT_BEFORE_NAME + entry.name().length());
        when(line, LocalDateTime.ofInstant(entry.modified(), zone));
        if (entry.directory()) {
            line.append(DIRECTORY);
        } else {
            String size = Long.toString(entry.size());
            for (int i = size.length(); i < SIZE_COLUMNS; i++) {
                line.append(' ');
            }
            line.append(size).append(' ');
        }
        return line.append(entry.name()).append(END).toString();
    }

    /** As in {@code 05-19-17  13:03}. By hand, as a formatter would take most of the time of a long listing. */
    private static void when(StringBuilder line, LocalDateTime time) {
        twoDigits(line, time.getMonthValue()).append('-');
        twoDigits(line, time.getDayOfMonth()).append('-');
        twoDigits(line, Math.floorMod(time.getYear(), 100)).append("  ");
        twoDigits(line, time.getHour()).append(':');
        twoDigits(line, time.getMinute());
    }

    private static StringBuilder twoDigits(StringBuilder line, int number) {
        return line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** The line of NLST for an entry. */
    static String bare(Entry entry) {
        return entry.name() + END;
    }
}
