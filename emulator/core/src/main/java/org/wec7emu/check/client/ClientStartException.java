package org.wec7emu.check.client;

/** The client can't be started; the message says which and why. */
public final class ClientStartException extends Exception {
    private static final long serialVersionUID = 1L;

    ClientStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
