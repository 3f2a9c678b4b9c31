package org.wec7emu.profile.registry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.profile.DevicePath;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.PassivePorts;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Dword;
import org.wec7emu.registry.RegistryValue.Text;

/**
 * The key of the FTP server. Source of its values and their defaults: Microsoft, FTP Server Registry Settings (Windows CE 5.0),
 * ms881875.
 */
final class FtpdRegistry {
    static final String PATH = "HKEY_LOCAL_MACHINE\\COMM\\FTPD";
    static final String IS_ENABLED = "IsEnabled";
    static final String ALLOW_ANONYMOUS = "AllowAnonymous";
    static final String ALLOW_ANONYMOUS_UPLOAD = "AllowAnonymousUpload";
    static final String ALLOW_LOW_PORTS = "AllowLowPortValues";
    static final String DEFAULT_DIRECTORY = "DefaultDir";

    private FtpdRegistry() {}

    static List<RegistryKey> of(FtpProfile ftp) {
        Map<String, RegistryValue> values = new LinkedHashMap<>();
        values.put(IS_ENABLED, flag(ftp.serverActive()));
        values.put(ALLOW_ANONYMOUS, flag(ftp.allowAnonymous()));
        values.put(ALLOW_ANONYMOUS_UPLOAD, flag(ftp.allowAnonymousUpload()));
        values.put(ALLOW_LOW_PORTS, flag(ftp.allowLowPorts()));
        values.put(DEFAULT_DIRECTORY, new Text(ftp.directory()));
        return List.of(new RegistryKey(PATH, "", values));
    }

    private static Dword flag(boolean on) {
        return new Dword(on ? 1 : 0);
    }

    /** The FTP server of a device whose registry was changed. A value that was deleted has its documented default. */
    static FtpProfile read(FtpProfile ftp, Registry before, Registry after, Findings findings) {
        ChangedValues values = new ChangedValues(PATH, before, after, findings);
        String directory = values.text(DEFAULT_DIRECTORY, ftp.directory(), "\\Temp");
        String fault = DevicePath.fault(directory);
        if (fault != null) {
            values.reject(
                    DEFAULT_DIRECTORY,
                    DEFAULT_DIRECTORY + " " + fault + "; write for example \"\\\\Hard Disk\\\\ftp\"");
        }
        return ftp.configured(
                values.flag(IS_ENABLED, ftp.serverActive(), true),
                values.flag(ALLOW_ANONYMOUS, ftp.allowAnonymous(), true),
                values.flag(ALLOW_ANONYMOUS_UPLOAD, ftp.allowAnonymousUpload(), false),
                values.flag(ALLOW_LOW_PORTS, ftp.allowLowPorts(), false),
                directory);
    }

    /** Says that a value of the server's key is none that it has. */
    static void remarkOn(String name, Registry after, Findings findings) {
        String place = after.place(PATH, name);
        if (PassivePorts.isMeantBy(name, false)) {
            findings.mistake(place, PassivePorts.refusal(name));
        } else {
            findings.remark(
                    place,
                    "the FTP server has no value " + (name.isEmpty() ? "without a name" : name)
                            + " (Microsoft ms881875 lists those it has); it has no effect here");
        }
    }
}
