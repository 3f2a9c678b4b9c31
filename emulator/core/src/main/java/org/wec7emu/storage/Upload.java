package org.wec7emu.storage;

import java.io.Closeable;
import java.nio.channels.WritableByteChannel;

/** A file that is being written. What came before the end of one that breaks off stays, unless it broke off for want of room. */
public interface Upload extends Closeable {
    /**
     * Takes what the file is to hold, in pieces of any size. Throws {@link CardFullException} when the card is full.
     */
    WritableByteChannel channel();
}
