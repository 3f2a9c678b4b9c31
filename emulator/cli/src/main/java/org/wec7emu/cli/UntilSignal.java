package org.wec7emu.cli;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.wec7emu.device.Device;

/**
 * Runs until Ctrl-C (SIGINT) or SIGTERM, then closes what was opened, and ends the process with exit code 0: being asked to
 * stop is no failure.
 */
final class UntilSignal {
    private final CountDownLatch never = new CountDownLatch(1);
    private final Deque<Device> devices = new ArrayDeque<>();

    /** Closes a device when the process is asked to stop. */
    void closeAtEnd(Device device) {
        synchronized (devices) {
            devices.push(device);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "wec7emu-stop"));
    }

    private void stop() {
        int exitCode = ExitCode.GOOD;
        synchronized (devices) {
            for (Device device : devices) {
                try {
                    device.close();
                } catch (IOException | RuntimeException e) {
                    System.err.println("wec7emu: the device didn't stop clean: " + e.getMessage());
                    exitCode = ExitCode.FAILED;
                }
            }
        }
        System.out.flush();
        Runtime.getRuntime().halt(exitCode);
    }

    /** Waits for the signal. */
    void await() throws InterruptedException {
        never.await();
    }
}
