package org.wec7emu.container;

import java.util.List;

/** curl, with timers for what never comes. */
final class Curl {
    static final int TIMED_OUT = 28;
    static final int NOT_CONNECTED = 7;
    static final int PORT_FAILED = 30;

    private Curl() {}

    static List<String> active(String url) {
        return List.of("curl", "-sS", "--connect-timeout", "5", "-m", "10", "--ftp-port", "-", url);
    }

    static List<String> passive(String url) {
        return List.of("curl", "-sS", "--connect-timeout", "3", "-m", "6", url);
    }
}
