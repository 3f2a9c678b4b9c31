package org.wec7emu.ftp;

import java.util.List;

/** The verbs of the table that {@code docs/ftp-compliance.md} shows, whether the device knows them or not. */
public final class VerbNames {
    private VerbNames() {}

    /** Names in upper case, in the order of the table; its last entry stands for any other. */
    public static List<String> all() {
        return Verbs.all().stream().map(Verb::name).toList();
    }
}
