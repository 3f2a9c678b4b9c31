package org.wec7emu.registry;

/** A place in the text of a file that moves forwards, and knows its line and column. */
final class FileCursor {
    /** Where there is no character more. */
    static final char END = '\uFFFF';

    private final String text;
    private final String file;
    private int at;
    private int line = 1;
    private int lineStart;

    FileCursor(String text, String file) {
        this.text = text;
        this.file = file;
    }

    /** {@code file:line:column}. */
    String place() {
        return file + ":" + line + ":" + (at - lineStart + 1);
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean atLineEnd() {
        return atEnd() || text.charAt(at) == '\r' || text.charAt(at) == '\n';
    }

    /** {@link #END} at the end. */
    char peek() {
        return atEnd() ? END : text.charAt(at);
    }

    /** Takes the next character of the line. */
    char take() {
        return text.charAt(at++);
    }

    /** Takes a character if it is the next one. */
    boolean takeIf(char wanted) {
        if (!atEnd() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    void skipBlanks() {
        while (!atEnd() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    /** Goes to the end of the line. */
    void skipRest() {
        while (!atLineEnd()) {
            at++;
        }
    }

    /** Takes a line end, and returns it; empty where there is none. */
    String takeLineEnd() {
        int start = at;
        takeIf('\r');
        takeIf('\n');
        if (at > start) {
            line++;
            lineStart = at;
        }
        return text.substring(start, at);
    }

    /** Behind blanks: takes a backslash with the line end behind it and the blanks that follow, as often as there is one. */
    void takeContinuations() {
        skipBlanks();
        while (peek() == '\\') {
            int mark = at;
            at++;
            skipBlanks();
            if (!atLineEnd() || atEnd()) {
                if (!atEnd()) {
                    at = mark;
                }
                return;
            }
            takeLineEnd();
            skipBlanks();
        }
    }

    /** What is left of the line, without taking it. */
    String rest() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\r' && text.charAt(end) != '\n') {
            end++;
        }
        return text.substring(at, end);
    }

    /** The next line, without taking anything; empty where there is none. */
    String nextLine() {
        FileCursor ahead = new FileCursor(text, file);
        ahead.at = at;
        ahead.skipRest();
        ahead.takeLineEnd();
        return ahead.rest();
    }

    /** Takes that many characters of the line. */
    void skip(int characters) {
        at += characters;
    }
}
