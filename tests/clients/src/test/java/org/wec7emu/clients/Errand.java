package org.wec7emu.clients;

import java.nio.file.Path;

/** What a client is sent to do in one session. */
sealed interface Errand {
    /** The file or directory on the device. */
    String remote();

    record Upload(Path local, String remote) implements Errand {}

    record Download(String remote, Path local) implements Errand {}

    /** Prints a directory of the device. */
    record Listing(String remote) implements Errand {}
}
