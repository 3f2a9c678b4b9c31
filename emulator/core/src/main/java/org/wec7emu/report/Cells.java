package org.wec7emu.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Text in rows of cells of the same width, as on a terminal. Names and commands come from strangers: nothing of them may move
 * the cursor, turn the reading direction or hide.
 */
final class Cells {
    private static final String MORE = "...";
    /** A line may end behind these. */
    private static final String BREAKS = " _/,;";

    private Cells() {}

    /** The text with whatever can't be seen written as {@code \\u001B}; line ends stay. */
    static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (point == '\n' || isVisible(point)) {
                visible.appendCodePoint(point);
            } else if (point != '\r') {
                visible.append(String.format("\\u%04X", point));
            }
        });
        return visible.toString();
    }

    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** How many cells the text takes; wide characters take two. */
    static int count(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    /** The text in lines of at most that many cells, broken at blanks and the like where there are some, {@link #visible}. */
    static List<String> lines(String text, int cells, int mostLines) {
        List<String> lines = new ArrayList<>();
        for (String part : visible(text).split("\n", -1)) {
            String rest = part.strip();
            while (lines.size() <= mostLines && count(rest) > cells) {
                int end = breakOf(rest, cells);
                lines.add(rest.substring(0, end).strip());
                rest = rest.substring(end).strip();
            }
            if (lines.size() > mostLines) {
                break;
            }
            if (!rest.isEmpty()) {
                lines.add(rest);
            }
        }
        if (lines.size() > mostLines) {
            lines.subList(mostLines - 1, lines.size()).clear();
            lines.add(MORE);
        }
        return lines;
    }

    /** Where the first line ends: behind the last blank, or the like, that fits, or else where it is full. */
    private static int breakOf(String text, int cells) {
        int end = 0;
        for (int used = 0; end < text.length(); end += Character.charCount(text.codePointAt(end))) {
            used += width(text.codePointAt(end));
            if (used > cells) {
                break;
            }
        }
        if (end < text.length() && text.charAt(end) == ' ') {
            return end;
        }
        for (int at = end; at > end / 3; at--) {
            if (BREAKS.indexOf(text.charAt(at - 1)) >= 0) {
                return at;
            }
        }
        return Math.max(end, Character.charCount(text.codePointAt(0)));
    }

    private static int width(int point) {
        boolean wide = point >= 0x1100
                && (point <= 0x115F
                        || (point >= 0x2E80 && point <= 0xD7A3)
                        || (point >= 0xF900 && point <= 0xFAFF)
                        || (point >= 0xFE30 && point <= 0xFE6F)
                        || (point >= 0xFF00 && point <= 0xFF60)
                        || point >= 0x1F000);
        return wide ? 2 : 1;
    }
}
