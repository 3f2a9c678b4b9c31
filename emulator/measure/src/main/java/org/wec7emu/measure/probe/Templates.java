package org.wec7emu.measure.probe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines that are announced with what isn't known beforehand in braces. */
final class Templates {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z0-9]+}");

    private Templates() {}

    /** @param values one a place, in order */
    static String fill(String template, String... values) {
        Matcher places = PLACE.matcher(template);
        StringBuilder line = new StringBuilder();
        int used = 0;
        while (places.find()) {
            if (used == values.length) {
                throw new IllegalArgumentException("no value for " + places.group() + " in " + template);
            }
            String value = values[used++];
            if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("a line end in a value of " + template);
            }
            places.appendReplacement(line, Matcher.quoteReplacement(value));
        }
        if (used < values.length) {
            throw new IllegalArgumentException("too many values for " + template);
        }
        return places.appendTail(line).toString();
    }
}
