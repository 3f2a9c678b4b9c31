package org.wec7emu.host;

/** Something that can be sent on a control connection. */
public interface WireReply {
    /** The bytes as they go over the wire, line ends included. */
    byte[] bytes();
}
