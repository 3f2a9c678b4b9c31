package org.wec7emu.profile;

import java.util.List;
import java.util.regex.Pattern;

/** The line of a file that a mistake is in, and under it carets that mark the place. */
final class Excerpt {
    /** As YAML has them. */
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u0085\u2028\u2029]");

    private static final String INDENT = "    ";
    private static final String CUT = "...";
    private static final int BEFORE = 50;
    private static final int LONGEST = 100;

    private final int[] line;
    /** From 0. */
    private final int column;

    private Excerpt(int[] line, int column) {
        this.line = line;
        this.column = column;
    }

    /** Both lines, indented; none when the text has no such line, or nothing in it. */
    static List<String> of(String text, Position at) {
        String[] lines = LINE_END.split(text, at.line() + 1);
        if (at.line() > lines.length || lines[at.line() - 1].isBlank()) {
            return List.of();
        }
        int[] line =
                lines[at.line() - 1].codePoints().filter(c -> c != '\uFEFF').toArray();
        return new Excerpt(line, Math.min(at.column() - 1, line.length)).lines();
    }

    private List<String> lines() {
        int from = column > LONGEST - BEFORE ? column - BEFORE : 0;
        int to = Math.min(line.length, from + LONGEST);
        StringBuilder shown = new StringBuilder(INDENT).append(from > 0 ? CUT : "");
        StringBuilder carets = new StringBuilder(" ".repeat(shown.length()));
        for (int i = from; i < to; i++) {
            shown.appendCodePoint(isShown(line[i]) ? line[i] : ' ');
        }
        carets.append(" ".repeat(column - from)).append("^".repeat(Math.max(1, Math.min(end(), to) - column)));
        return List.of(shown.append(to < line.length ? CUT : "").toString().stripTrailing(), carets.toString());
    }

    /** Where the word ends that begins at the column: a key, or a value. */
    private int end() {
        if (column == line.length) {
            return column;
        }
        boolean quoted = line[column] == '\'' || line[column] == '"';
        int end = column + 1;
        while (end < line.length && !(quoted ? line[end - 1] == line[column] && end - 1 > column : endsPlain(end))) {
            end++;
        }
        while (end > column + 1 && line[end - 1] == ' ') {
            end--;
        }
        return end;
    }

    private boolean endsPlain(int index) {
        int c = line[index];
        boolean last = index + 1 == line.length || line[index + 1] == ' ';
        boolean opening = line[column] == '{' || line[column] == '[';
        return opening
                || (c == ':' && last)
                || c == ','
                || c == '}'
                || c == ']'
                || (c == '#' && line[index - 1] == ' ');
    }

    private static boolean isShown(int c) {
        return Character.isDefined(c) && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }
}
