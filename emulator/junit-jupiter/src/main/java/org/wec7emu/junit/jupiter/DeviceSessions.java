package org.wec7emu.junit.jupiter;

/** What happened between a test and its devices, beside an exception that the test ended with. It has no stack trace of its own. */
final class DeviceSessions extends Exception {
    /** What the report of each device begins with. */
    static final String HEADING = "What the device saw, ";

    private static final long serialVersionUID = 1L;

    DeviceSessions(String report) {
        super(report, null, false, false);
    }
}
