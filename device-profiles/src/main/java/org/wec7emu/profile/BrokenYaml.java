package org.wec7emu.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.Mark;
import com.fasterxml.jackson.dataformat.yaml.snakeyaml.error.MarkedYAMLException;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in plain words what a YAML parser complains about. */
final class BrokenYaml {
    private static final String NEVER_CLOSED = "found unexpected end of stream";
    private static final int NEXT_LINE = 0x85;
    private static final int NO_BREAK_SPACE = 0xA0;
    /** How the parser's words begin, and ours. */
    private static final String[][] PLAIN = {
        {
            "mapping values are not allowed here",
            "a ':' too many; put text that holds ': ' in quotes, or indent as its neighbours"
        },
        {"found character '\\t", "a tab can't stand here; use blanks"},
        {NEVER_CLOSED, "a quote is opened and never closed"},
        {"could not find expected ':'", "a ':' is missing behind a key on this line or the one before"},
        {"expected <block end>", "this line is indented more or less than those it belongs to"},
        {"expected ',' or '}'", "a ',' or '}' is missing; put text that holds ',', '{' or '}' in quotes"},
        {"expected ',' or ']'", "a ',' or ']' is missing; put text that holds ',', '[' or ']' in quotes"},
        {"found unknown escape character", "an unknown escape in \"...\"; write paths in '...', where \\ is itself"},
        {"expected the node content", "a value is missing here; put text that begins with a sign in quotes"},
        {"sequence entries are not allowed here", "a '-' can't stand here; a list begins on a line of its own"},
    };

    private BrokenYaml() {}

    // Jackson wants JacksonYAMLParseException used instead, which doesn't tell where the problem is.
    @SuppressWarnings("deprecation")
    static ProfileException explain(IOException e, String text, String file) {
        if (e instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            // Where the file ends helps nobody to find the quote that was never closed.
            boolean atEnd =
                    marked.getContextMark() != null && marked.getProblem().startsWith(NEVER_CLOSED);
            Mark mark = atEnd ? marked.getContextMark() : marked.getProblemMark();
            return broken(new Position(file, mark.getLine() + 1, mark.getColumn() + 1), plain(marked.getProblem()));
        }
        int unreadable = unreadable(text);
        if (unreadable < text.length()) {
            return broken(
                    position(text, text.codePointCount(0, unreadable), file),
                    "the character U+" + String.format("%04X", text.codePointAt(unreadable))
                            + " can't stand in YAML; remove it");
        }
        return broken(
                new Position(file, 1, 1),
                plain(e instanceof JsonProcessingException jackson ? jackson.getOriginalMessage() : e.getMessage()));
    }

    /** Where the first character is that YAML has no place for, if there is one. */
    private static int unreadable(String text) {
        int index = 0;
        while (index < text.length() && isReadable(text.codePointAt(index))) {
            index += Character.charCount(text.codePointAt(index));
        }
        return index;
    }

    private static boolean isReadable(int c) {
        if (c <= '~') {
            return c >= ' ' || c == '\n' || c == '\r' || c == '\t';
        }
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return (c >= NO_BREAK_SPACE && !surrogate && c != 0xFFFE && c != 0xFFFF) || c == NEXT_LINE;
    }

    private static ProfileException broken(Position at, String message) {
        return new ProfileException(List.of(at + ": broken YAML: " + message), List.of(at));
    }

    static Position position(String text, int codePoints, String file) {
        int line = 1;
        int column = 1;
        int index = 0;
        for (int i = 0; i < codePoints && index < text.length(); i++) {
            int c = text.codePointAt(index);
            column = c == '\n' ? 1 : column + 1;
            line += c == '\n' ? 1 : 0;
            index += Character.charCount(c);
        }
        return new Position(file, line, column);
    }

    private static String plain(@Nullable String problem) {
        if (problem == null || problem.isBlank()) {
            return "this can't be read";
        }
        String firstLine = problem.strip().lines().findFirst().orElse(problem);
        for (String[] pair : PLAIN) {
            if (firstLine.startsWith(pair[0])) {
                return pair[1];
            }
        }
        String quoted = Quoted.of(firstLine);
        return quoted.substring(1, quoted.length() - 1);
    }
}
