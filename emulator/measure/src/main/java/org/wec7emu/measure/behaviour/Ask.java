package org.wec7emu.measure.behaviour;

import java.util.List;

/**
 * A command whose reply is compared. In lines {@code {root}} stands for where the files are, with a slash at its end, {@code
 * {client}} for the client's address as PORT writes it, {@code {address}} for the same as EPRT does.
 *
 * @param name what is asked, such as "PWD with a word too many"
 * @param when in which moment of a session
 * @param needs what must be there or allowed
 * @param before lines that lead up to it, whose replies aren't compared
 * @param line the line whose reply is
 * @param after lines that put things back
 * @param restsOn paths of the profile's values, besides the reply's own, that decide
 */
record Ask(
        String name,
        When when,
        Needs needs,
        List<String> before,
        String line,
        List<String> after,
        List<String> restsOn) {
    /** When it is asked. */
    enum When {
        /** In a session that asks for others before and after it. */
        LOGGED_IN,
        /** In a session of its own, as it may end or change it. */
        LOGGED_IN_ALONE,
        /** In a session of its own, before login. */
        BEFORE_LOGIN
    }

    /** What must be there or allowed. */
    enum Needs {
        NOTHING,
        /** Files that are known, and nothing is changed. */
        FILES,
        /** Files are made or removed. */
        WRITING
    }

    static Ask plain(String name, String line) {
        return new Ask(name, When.LOGGED_IN, Needs.NOTHING, List.of(), line, List.of(), List.of());
    }

    static Ask of(String line) {
        return plain(line, line);
    }

    Ask alone() {
        return new Ask(name, When.LOGGED_IN_ALONE, needs, before, line, after, restsOn);
    }

    Ask beforeLogin() {
        return new Ask(
                name + " before login", When.BEFORE_LOGIN, needs, before, line, after, List.of("ftp.before-login"));
    }

    /** In a session of its own, before login, by a name that says so already. */
    Ask unannounced() {
        return new Ask(name, When.BEFORE_LOGIN, needs, before, line, after, restsOn);
    }

    Ask withFiles() {
        return new Ask(name, when, Needs.FILES, before, line, after, restsOn);
    }

    Ask writing() {
        return new Ask(name, when, Needs.WRITING, before, line, after, restsOn);
    }

    Ask before(String... lines) {
        return new Ask(name, when, needs, List.of(lines), line, after, restsOn);
    }

    Ask after(String... lines) {
        return new Ask(name, when, needs, before, line, List.of(lines), restsOn);
    }

    Ask restingOn(String... paths) {
        return new Ask(name, when, needs, before, line, after, List.of(paths));
    }
}
