package org.wec7emu.measure.behaviour;

import java.util.regex.Pattern;

/** How a line of LIST is written. */
enum ListingFormat {
    DOS_24_HOURS("DOS style, 24-hour clock", "\\d\\d-\\d\\d-\\d\\d(\\d\\d)? +\\d\\d:\\d\\d +(<DIR>|\\d+) +.+"),
    DOS_12_HOURS("DOS style, 12-hour clock", "\\d\\d-\\d\\d-\\d\\d(\\d\\d)? +\\d\\d:\\d\\d[AP]M +(<DIR>|\\d+) +.+"),
    UNIX("Unix style (ls -l)", "[-dlbcps][-rwxsStT]{9}.*"),
    TOTAL("a line with the total", "total \\d+"),
    OTHER("another style", ".*");

    private final String words;
    private final Pattern pattern;

    ListingFormat(String words, String regex) {
        this.words = words;
        pattern = Pattern.compile(regex);
    }

    String words() {
        return words;
    }

    /** The first that fits. */
    static ListingFormat of(String line) {
        for (ListingFormat format : values()) {
            if (format.pattern.matcher(line).matches()) {
                return format;
            }
        }
        return OTHER;
    }
}
