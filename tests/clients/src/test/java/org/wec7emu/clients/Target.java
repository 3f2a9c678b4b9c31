package org.wec7emu.clients;

import org.wec7emu.device.Device;

/** Where a client is to go. */
record Target(String host, int port, String user, String password) {
    static Target of(Device device) {
        return new Target(device.host(), device.port(), device.user(), device.password());
    }

    /** The URL of a path; {@code path} is absolute and already percent-encoded. */
    String url(String path) {
        return "ftp://" + user + ":" + password + "@" + host + ":" + port + path;
    }

    String portText() {
        return Integer.toString(port);
    }
}
