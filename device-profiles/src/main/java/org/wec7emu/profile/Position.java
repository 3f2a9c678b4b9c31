package org.wec7emu.profile;

/**
 * A place in a profile file.
 *
 * @param file the file as the user named it
 * @param line from 1
 * @param column from 1
 */
public record Position(String file, int line, int column) {
    /** As compilers print it: {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
