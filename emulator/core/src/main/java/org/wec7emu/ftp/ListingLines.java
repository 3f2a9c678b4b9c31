package org.wec7emu.ftp;

import java.util.List;
import java.util.stream.IntStream;
import org.wec7emu.storage.FileArea.Entry;

/**
 * Lines of LIST and NLST, byte by byte as Windows CE writes them: DOS style with a 24-hour clock and no AM or PM; the name
 * starts at column 37 (0-based). Sources: logs and listings of real devices,
 * https://github.com/robinrodricks/FluentFTP/issues/99 and https://github.com/PyFilesystem/pyfilesystem2/issues/438.
 */
final class ListingLines {
    /** Characters of a line, to begin with. */
    static final int USUAL_LENGTH = 64;

    private static final int SIZE_COLUMNS = 21;
    private static final String DIRECTORY = "       <DIR>          ";
    private static final String END = "\r\n";
    /** What stands before a size of so many digits less than the columns. */
    private static final List<String> BLANKS =
            IntStream.rangeClosed(0, SIZE_COLUMNS).mapToObj(" "::repeat).toList();

    private ListingLines() {}

    /** Appends the line of LIST for an entry. */
    static void full(StringBuilder text, Entry entry, ListingTimes times) {
        text.append(times.text(entry.modified()));
        if (entry.directory()) {
            text.append(DIRECTORY);
        } else {
            String size = Long.toString(entry.size());
            text.append(BLANKS.get(Math.max(0, SIZE_COLUMNS - size.length())))
                    .append(size)
                    .append(' ');
        }
        text.append(entry.name()).append(END);
    }

    /** Appends the line of NLST for an entry. */
    static void bare(StringBuilder text, Entry entry) {
        text.append(entry.name()).append(END);
    }
}
