package org.wec7emu.cli;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Runs until Ctrl-C (SIGINT) or SIGTERM, then closes what was opened, and ends the process with exit code 0: being asked to
 * stop is no failure.
 */
final class UntilSignal {
    private final List<AutoCloseable> running;
    private final LinePrinter lines;
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean calledOff;

    private UntilSignal(List<AutoCloseable> running, LinePrinter lines) {
        this.running = running;
        this.lines = lines;
    }

    /**
     * From now on a signal ends what runs clean. Call it before anybody is told that it runs.
     *
     * @param running closed in this order
     */
    static UntilSignal of(List<AutoCloseable> running, LinePrinter lines) {
        UntilSignal process = new UntilSignal(running, lines);
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "wec7emu-stop"));
        return process;
    }

    /** The command ends by itself, with an exit code of its own; what runs is closed all the same. */
    void callOff() {
        calledOff = true;
    }

    /** Waits for the signal. */
    void await() throws InterruptedException {
        never.await();
    }

    private void stop() {
        int exitCode = ExitCode.GOOD;
        for (AutoCloseable one : running) {
            try {
                one.close();
            } catch (Exception e) {
                System.err.println("wec7emu: what ran didn't stop clean: " + e.getMessage());
                exitCode = ExitCode.FAILED;
            }
        }
        lines.finish();
        if (!calledOff) {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
