package org.wec7emu.profile;

import java.util.Set;

/**
 * What a user of the FTP server may do besides reading: the bits of the user's value in the device's registry. Source:
 * Microsoft, Assigning User-Specific Permissions (Windows Embedded CE 6.0), ee498439.
 */
public enum Right {
    /** Upload, rename and delete. */
    WRITE(0x02),
    /** See virtual roots and enter them. */
    VIRTUAL_ROOTS(0x04),
    /** See hidden files. */
    HIDDEN_FILES(0x08);

    /** All of them, as a user has for whom the device has no value. */
    public static final Set<Right> ALL = Set.of(values());

    private final int bit;

    Right(int bit) {
        this.bit = bit;
    }

    /** Its bit in the registry value. */
    public int bit() {
        return bit;
    }
}
