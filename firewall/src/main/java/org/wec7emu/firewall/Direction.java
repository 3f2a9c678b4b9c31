package org.wec7emu.firewall;

/** Which way a packet goes, seen from the device. */
public enum Direction {
    /** From the network to the device. */
    INBOUND,
    /** From the device to the network. */
    OUTBOUND
}
