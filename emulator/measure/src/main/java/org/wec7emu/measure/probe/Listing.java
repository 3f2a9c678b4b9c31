package org.wec7emu.measure.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What LIST showed.
 *
 * @param entries those lines that were understood
 */
record Listing(List<Entry> entries) {
    private static final Pattern DOS =
            Pattern.compile("(\\d\\d)-(\\d\\d)-(\\d\\d(?:\\d\\d)?) +(\\d\\d):(\\d\\d)([AP]M)? +(<DIR>|\\d+) +(.+)");
    private static final Pattern UNIX = Pattern.compile(
            "([-dlbcps])[-rwxsStT]{9}[+@.]? +\\d+ +\\S+ +\\S+ +(\\d+) +\\w{3} +\\d+ +(?:\\d\\d:\\d\\d|\\d{4}) (.+)");

    /**
     * A line.
     *
     * @param style what it looks like, for a person
     * @param nameColumn where the name begins, from 0
     */
    record Entry(String name, boolean directory, String style, int nameColumn) {}

    static Listing of(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher dos = DOS.matcher(line);
            Matcher unix = UNIX.matcher(line);
            if (dos.matches()) {
                entries.add(new Entry(
                        dos.group(8),
                        dos.group(7).equals("<DIR>"),
                        "DOS style, year of " + dos.group(3).length() + " digits, "
                                + (dos.group(6) == null ? "24-hour clock" : "12-hour clock"),
                        dos.start(8)));
            } else if (unix.matches()) {
                entries.add(new Entry(unix.group(3), unix.group(1).equals("d"), "Unix style", unix.start(3)));
            }
        }
        return new Listing(List.copyOf(entries));
    }

    /** One whose name has letters of ASCII only, and no blank, so that it can be asked for in another case. */
    Optional<Entry> directory() {
        return entries.stream()
                .filter(entry -> entry.directory() && entry.name().matches("[A-Za-z0-9_.-]*[A-Za-z][A-Za-z0-9_-]*"))
                .findFirst();
    }
}
