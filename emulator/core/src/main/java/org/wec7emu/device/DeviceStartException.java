package org.wec7emu.device;

import java.io.IOException;

/** A device can't start; the message says what is in the way and what to do. Nothing is left half-started. */
public final class DeviceStartException extends IOException {
    private static final long serialVersionUID = 1L;

    DeviceStartException(String message) {
        super(message);
    }

    DeviceStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
