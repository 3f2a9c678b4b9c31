package org.wec7emu.journal;

/** Who opens the data connection. Source: RFC 959, section 3.2; CX8191 manual, chapter FTP Server. */
public enum TransferMode {
    /** The device dials the client's port. */
    ACTIVE,
    /** The client dials the device's port. */
    PASSIVE
}
