package org.wec7emu.measure.client;

/** What a TCP port is to a client that tries to connect. */
public enum Reach {
    /** The connection came about. */
    OPEN,
    /** The other side refused it with a RST: nothing listens there. */
    CLOSED,
    /** Nothing came before the limit: something drops the client's SYN. */
    SILENT,
    /** A host or router says that there is no way. */
    UNREACHABLE
}
