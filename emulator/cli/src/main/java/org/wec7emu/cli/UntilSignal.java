package org.wec7emu.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wec7emu.control.ControlServer;
import org.wec7emu.device.Device;

/**
 * Runs until Ctrl-C (SIGINT) or SIGTERM, then closes what was opened, and ends the process with exit code 0: being asked to
 * stop is no failure.
 */
final class UntilSignal {
    private final Device device;
    private final @Nullable ControlServer control;
    private final LinePrinter lines;
    private final CountDownLatch never = new CountDownLatch(1);

    private UntilSignal(Device device, @Nullable ControlServer control, LinePrinter lines) {
        this.device = device;
        this.control = control;
        this.lines = lines;
    }

    /** From now on a signal ends the device clean. Call it before anybody is told that the device runs. */
    static UntilSignal of(Device device, @Nullable ControlServer control, LinePrinter lines) {
        UntilSignal process = new UntilSignal(device, control, lines);
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "wec7emu-stop"));
        return process;
    }

    /** Waits for the signal. */
    void await() throws InterruptedException {
        never.await();
    }

    private void stop() {
        int exitCode = ExitCode.GOOD;
        try {
            if (control != null) {
                control.close();
            }
            device.close();
        } catch (IOException | RuntimeException e) {
            System.err.println("wec7emu: the device didn't stop clean: " + e.getMessage());
            exitCode = ExitCode.FAILED;
        }
        lines.finish();
        Runtime.getRuntime().halt(exitCode);
    }
}
