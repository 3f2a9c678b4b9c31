package org.wec7emu.ftp;

import org.apache.ftpserver.DataConnectionException;

/** No data connection came about: the client gets 425. */
final class DataConnectionFailure extends DataConnectionException {
    private static final long serialVersionUID = 1L;

    DataConnectionFailure(String message) {
        super(message);
    }

    DataConnectionFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
