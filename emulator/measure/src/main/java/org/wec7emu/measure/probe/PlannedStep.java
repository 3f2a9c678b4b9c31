package org.wec7emu.measure.probe;

/**
 * Something that a question may do to the server.
 *
 * @param kind what it is
 * @param text a line without line end, one character a byte, with what isn't known beforehand in braces; or a port; or data
 * @param most how often at most
 */
public record PlannedStep(Kind kind, String text, int most) {
    /** What is done. */
    public enum Kind {
        /** A control connection is opened; only one at a time. */
        SESSION,
        /** A line is sent on it. */
        LINE,
        /** Bytes are sent on a data connection. */
        DATA,
        /** A data connection is opened to a port that the server has named. */
        PASSIVE,
        /** A TCP port is connected to, and let go at once. */
        PORT
    }

    static PlannedStep line(String template, int most) {
        return new PlannedStep(Kind.LINE, template, most);
    }

    static PlannedStep port(int port) {
        return new PlannedStep(Kind.PORT, Integer.toString(port), 1);
    }
}
