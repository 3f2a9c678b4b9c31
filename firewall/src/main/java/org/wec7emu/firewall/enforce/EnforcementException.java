package org.wec7emu.firewall.enforce;

import java.io.IOException;

/** Rules can't be enforced as asked; the message says why and what to do instead. */
public class EnforcementException extends IOException {
    private static final long serialVersionUID = 1L;

    public EnforcementException(String message) {
        super(message);
    }

    public EnforcementException(String message, Throwable cause) {
        super(message, cause);
    }
}
