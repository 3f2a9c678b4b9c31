package org.wec7emu.measure.behaviour;

import org.wec7emu.measure.client.Reach;

/** What is said of a port. */
final class Ports {
    private Ports() {}

    /** Why there is no session. */
    static String control(Reach reach) {
        return switch (reach) {
            case OPEN -> "port 21 is open";
            case CLOSED -> "port 21 refuses connections";
            case SILENT -> "port 21 is silent";
            case UNREACHABLE -> "port 21 can't be reached";
        };
    }

    /** In a scanner's words. */
    static String scanned(Reach reach) {
        return switch (reach) {
            case OPEN -> "open";
            case CLOSED -> "closed";
            case SILENT -> "silent (filtered)";
            case UNREACHABLE -> "unreachable";
        };
    }
}
