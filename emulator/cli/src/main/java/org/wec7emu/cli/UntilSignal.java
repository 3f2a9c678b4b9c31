package org.wec7emu.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Runs until Ctrl-C (SIGINT) or SIGTERM, then closes what was opened, and ends the process with exit code 0: being asked to
 * stop is no failure.
 */
final class UntilSignal {
    private final AutoCloseable devices;
    private final LinePrinter lines;
    private final CountDownLatch never = new CountDownLatch(1);
    private volatile boolean calledOff;

    private UntilSignal(AutoCloseable devices, LinePrinter lines) {
        this.devices = devices;
        this.lines = lines;
    }

    /** From now on a signal ends the devices clean. Call it before anybody is told that they run. */
    static UntilSignal of(AutoCloseable devices, LinePrinter lines) {
        UntilSignal process = new UntilSignal(devices, lines);
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
        try {
            devices.close();
        } catch (Exception e) {
            System.err.println("wec7emu: what ran didn't stop clean: " + e.getMessage());
            exitCode = ExitCode.FAILED;
        }
        lines.finish();
        if (!calledOff) {
            Runtime.getRuntime().halt(exitCode);
        }
    }
}
