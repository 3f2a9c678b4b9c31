package org.wec7emu.measure.behaviour;

/**
 * The files that are asked for, the same on both sides: {@value #FILE}, {@value #LINES}, {@value #OTHER}, the directory
 * {@value #FOLDER} with {@value #INNER} in it, and {@value #EMPTY}.
 *
 * @param root the directory that they are in, as a client sees it, with a slash at its end
 */
record Scene(String root) {
    static final String NAME = "wec7emu-compare";
    static final String FILE = "Readme.txt";
    static final String CONTENT = "as measured\n";
    static final String LINES = "lines.txt";
    static final String LINES_CONTENT = "one\ntwo\n";
    static final String OTHER = "other.txt";
    static final String FOLDER = "Folder";
    static final String INNER = "inner.txt";
    static final String EMPTY = "Empty";
    static final String MISSING = "nothing.txt";
    static final String NEW = "new.txt";

    /** A path of one of them. */
    String path(String name) {
        return root + name;
    }
}
