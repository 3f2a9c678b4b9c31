package org.wec7emu.soak;

import java.io.IOException;
import java.nio.file.Path;

/** What tests plant, so that it shows whether it is found. Nothing happens unless told. */
interface Mishap {
    Mishap NONE = new Mishap() {};

    /** A client has received the bytes of a download. */
    default byte[] received(byte[] bytes) {
        return bytes;
    }

    /** A device has said that it stored a file. */
    default void stored(Path file) throws IOException {}

    /** The rules that the clients believe in beside those that are in force. */
    default boolean passiveIsOpen(boolean isOpen) {
        return isOpen;
    }
}
