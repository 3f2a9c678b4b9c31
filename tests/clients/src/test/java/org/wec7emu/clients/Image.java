package org.wec7emu.clients;

import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;

/** The images whose difference is what all this is about. */
enum Image {
    /** The first image whose firewall is on as delivered. */
    V604H("CX8100_WEC7_LF_v604h", "v604h"),
    /** Stands for those before it. */
    BASELINE("CX8100_WEC7_LF_pre-v604h", "before v604h");

    private final String name;
    private final String title;

    Image(String name, String title) {
        this.name = name;
        this.title = title;
    }

    DeviceProfile profile() {
        try {
            return ProfileCatalog.bundled().find(name);
        } catch (ProfileException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return title;
    }
}
