package org.wec7emu.profile.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;
import org.wec7emu.registry.RegistryException;
import org.wec7emu.registry.RegistryFile;

/** Registry files entered on a device. */
final class RegistryEntries {
    static final String V604H = "CX8100_WEC7_LF_v604h_TC31_B4022.20";
    static final String CXCONFIG = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall";
    static final String FW6 = "HKEY_LOCAL_MACHINE\\Comm\\Firewall";
    static final String FTPD = "HKEY_LOCAL_MACHINE\\COMM\\FTPD";

    private RegistryEntries() {}

    /** On the device as delivered. */
    static RegistryReading enter(String text) throws RegistryException, ProfileException {
        return enter(text, delivered());
    }

    static RegistryReading enter(String text, DeviceProfile profile) throws RegistryException {
        return ProfileRegistry.enter(
                List.of(RegistryFile.parse(text.getBytes(StandardCharsets.ISO_8859_1), "mine.reg")), profile);
    }

    static DeviceProfile delivered() throws ProfileException {
        return ProfileCatalog.bundled().find(V604H);
    }

    /** The profile that import writes of it, read again. */
    static DeviceProfile written(RegistryReading reading) throws ProfileException {
        String text = ImportedProfile.text("MINE", "mine.reg", reading);
        return ProfileReader.read(text, "MINE.yaml", ProfileCatalog.bundled());
    }
}
