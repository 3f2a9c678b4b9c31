package org.wec7emu.testcontainers;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.ContainerState;

/** Asks the control API of a device, from inside its container: the device's firewall guards its address. */
final class ControlRequest {
    private ControlRequest() {}

    /** @throws IllegalStateException when the device refuses; the message says why */
    static void send(ContainerState container, String method, String path, String json) {
        try {
            ExecResult result = container.execInContainer("control", method, path, json);
            if (result.getExitCode() != 0) {
                throw new IllegalStateException(
                        method + " " + path + " " + json + ": " + result.getStdout() + result.getStderr());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the device was asked to do something", e);
        }
    }

    /** A text as JSON has it; only of rules, which have no control characters. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
