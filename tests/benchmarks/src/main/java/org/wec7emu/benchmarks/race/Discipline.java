package org.wec7emu.benchmarks.race;

import java.util.Locale;

/** What is measured, as a rate: more is better. */
enum Discipline {
    RETR("RETR %s, TYPE I", "MB/s"),
    STOR("STOR %s, TYPE I", "MB/s"),
    ASCII("RETR %s, TYPE A", "MB/s"),
    LIST("LIST of 10,000 entries", "/s"),
    ONE_CLIENT("sessions, 1 client", "/s"),
    CROWD("sessions, 64 clients", "/s");

    /** Clients at once in {@link #CROWD}. */
    static final int CLIENTS = 64;

    private final String label;
    private final String unit;

    Discipline(String label, String unit) {
        this.label = label;
        this.unit = unit;
    }

    /** @param bytes of a transfer */
    String label(long bytes) {
        long mebibytes = bytes >> 20;
        String size = mebibytes % 1024 == 0 ? mebibytes / 1024 + " GiB" : mebibytes + " MiB";
        return String.format(Locale.ROOT, label, size) + ", " + unit;
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
