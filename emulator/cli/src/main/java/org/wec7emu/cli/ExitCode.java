package org.wec7emu.cli;

/** What the process tells its caller. */
final class ExitCode {
    static final int GOOD = 0;
    /** A verdict that was asked for is bad. */
    static final int BAD_VERDICT = 1;
    /** Wrong usage, or input that can't be used. */
    static final int BAD_INPUT = 2;
    /** The emulator itself failed. */
    static final int FAILED = 3;

    private ExitCode() {}
}
