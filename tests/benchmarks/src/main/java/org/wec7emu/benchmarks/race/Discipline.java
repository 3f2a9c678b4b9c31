package org.wec7emu.benchmarks.race;

import java.util.Locale;

/** What is measured, as a rate: more is better. */
enum Discipline {
    RETR("RETR %s, TYPE I", "MB/s", "GiB"),
    STOR("STOR %s, TYPE I", "MB/s", "GiB"),
    ASCII("RETR %s, TYPE A", "MB/s", "GiB"),
    LIST("LIST of 10,000 entries", "/s", "listing"),
    ONE_CLIENT("sessions, 1 client", "/s", "session"),
    CROWD("sessions, 64 clients", "/s", "session");

    /** Clients at once in {@link #CROWD}. */
    static final int CLIENTS = 64;

    private final String label;
    private final String unit;
    private final String thing;

    /** @param thing of which one costs so much */
    Discipline(String label, String unit, String thing) {
        this.label = label;
        this.unit = unit;
        this.thing = thing;
    }

    /** @param bytes of a transfer */
    String label(long bytes) {
        long mebibytes = bytes >> 20;
        String size = mebibytes % 1024 == 0 ? mebibytes / 1024 + " GiB" : mebibytes + " MiB";
        return String.format(Locale.ROOT, label, size) + ", " + unit;
    }

    /** GiB, listing or session. */
    String thing() {
        return thing;
    }

    /** Whether whole sessions are counted, for a while, and not one command's time taken. */
    boolean countsSessions() {
        return this == ONE_CLIENT || this == CROWD;
    }

    /** As on the command line: {@code one-client} for {@link #ONE_CLIENT}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
