package org.wec7emu.report;

/**
 * A vertical line of a ladder: a port of the client (left) or of the device (right), in this order. Source: CX8191 manual,
 * chapter FTP Server, which draws both modes so.
 */
public enum Lane {
    /** From where the client opens the control connection. */
    CLIENT_CONTROL("N"),
    /** The client's end of data connections; the manual's client takes the next port. */
    CLIENT_DATA("N+1"),
    /** From where the device dials in active mode. */
    DEVICE_DATA("20"),
    /** Where the device takes commands. */
    DEVICE_CONTROL("21"),
    /** Where the device listens in passive mode. */
    DEVICE_PASSIVE("P");

    private final String label;

    Lane(String label) {
        this.label = label;
    }

    /** As the manual names it. */
    public String label() {
        return label;
    }

    /** Whether it is right of the firewall. */
    public boolean ofDevice() {
        return compareTo(DEVICE_DATA) >= 0;
    }
}
