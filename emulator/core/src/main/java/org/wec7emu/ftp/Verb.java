package org.wec7emu.ftp;

/**
 * A verb that the device's FTP server knows.
 *
 * @param name in upper case
 * @param access who may use it
 * @param argument whether it needs one; 501 otherwise
 * @param command what it does
 */
record Verb(String name, Access access, ArgumentRule argument, CeCommand command) {
    enum Access {
        ANYBODY,
        LOGGED_IN
    }

    enum ArgumentRule {
        NEEDED,
        OPTIONAL
    }
}
