package org.wec7emu.storage;

import java.io.IOException;

/** Another client uploads the file. */
public final class FileBusyException extends IOException {
    private static final long serialVersionUID = 1;

    FileBusyException() {
        super("another client uploads the file");
    }
}
