package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wec7emu.profile.DevicePath;
import org.wec7emu.profile.FtpAccess;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.PassivePorts;
import org.wec7emu.profile.UserList;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Dword;
import org.wec7emu.registry.RegistryValue.Text;

/**
 * The key of the FTP server. Sources: its values and their defaults, Microsoft, FTP Server Registry Settings (Windows CE 5.0),
 * ms881875; UserList as one text with semicolons, the example of FTP Server User List, ms881878, read as several texts as well.
 * UseAuthentication is reported by third parties; see the profiles' evidence.
 *
 * <p>Where a device has home and rights of a user is documented (ee498439), but not in which values. So they are kept and not
 * read.
 */
final class FtpdRegistry {
    static final String PATH = "HKEY_LOCAL_MACHINE\\COMM\\FTPD";
    private static final String USERS = "HKEY_LOCAL_MACHINE\\Comm\\Security\\UserAccounts\\ftpd";
    private static final String IS_ENABLED = "IsEnabled";
    private static final String ALLOW_ANONYMOUS = "AllowAnonymous";
    private static final String ALLOW_ANONYMOUS_UPLOAD = "AllowAnonymousUpload";
    private static final String ALLOW_ANONYMOUS_VROOTS = "AllowAnonymousVroots";
    private static final String ALLOW_LOW_PORTS = "AllowLowPortValues";
    private static final String DEFAULT_DIRECTORY = "DefaultDir";
    private static final String USER_LIST = "UserList";
    private static final String USE_AUTHENTICATION = "UseAuthentication";
    /** Says the same as an empty list, which a profile can't have. */
    private static final String NOBODY = "-*";

    private FtpdRegistry() {}

    static List<RegistryKey> of(FtpProfile ftp) {
        FtpAccess access = ftp.access();
        Map<String, RegistryValue> values = new LinkedHashMap<>();
        values.put(IS_ENABLED, flag(ftp.serverActive()));
        values.put(ALLOW_ANONYMOUS, flag(access.allowAnonymous()));
        values.put(ALLOW_ANONYMOUS_UPLOAD, flag(access.allowAnonymousUpload()));
        values.put(ALLOW_ANONYMOUS_VROOTS, flag(access.allowAnonymousVirtualRoots()));
        values.put(ALLOW_LOW_PORTS, flag(ftp.allowLowPorts()));
        values.put(DEFAULT_DIRECTORY, new Text(ftp.directory()));
        values.put(USER_LIST, new Text(access.userList().toString()));
        values.put(USE_AUTHENTICATION, flag(access.useAuthentication()));
        List<RegistryKey> keys = new ArrayList<>();
        keys.add(new RegistryKey(PATH, "", values));
        keys.addAll(VirtualRootsRegistry.of(access.virtualRoots()));
        return keys;
    }

    private static Dword flag(boolean on) {
        return new Dword(on ? 1 : 0);
    }

    /** The FTP server of a device whose registry was changed. A value that was deleted has its documented default. */
    static FtpProfile read(FtpProfile ftp, Registry before, Registry after, Findings findings) {
        ChangedValues values = new ChangedValues(PATH, before, after, findings);
        FtpAccess access = ftp.access();
        FtpAccess changed = new FtpAccess(
                values.flag(ALLOW_ANONYMOUS, access.allowAnonymous(), true),
                values.flag(ALLOW_ANONYMOUS_UPLOAD, access.allowAnonymousUpload(), false),
                values.flag(ALLOW_ANONYMOUS_VROOTS, access.allowAnonymousVirtualRoots(), false),
                access.anonymousSeesHiddenFiles(),
                access.hiddenFiles(),
                access.directoriesNeedWrite(),
                values.flag(USE_AUTHENTICATION, access.useAuthentication(), access.useAuthentication()),
                userList(values, access.userList()),
                access.accounts(),
                VirtualRootsRegistry.read(access.virtualRoots(), before, after, findings));
        return ftp.configured(
                values.flag(IS_ENABLED, ftp.serverActive(), true),
                changed,
                values.flag(ALLOW_LOW_PORTS, ftp.allowLowPorts(), false),
                directory(values, ftp.directory()));
    }

    private static String directory(ChangedValues values, String now) {
        String directory = values.text(DEFAULT_DIRECTORY, now, "\\Temp");
        String fault = DevicePath.fault(directory);
        if (fault != null) {
            values.reject(
                    DEFAULT_DIRECTORY,
                    DEFAULT_DIRECTORY + " " + fault + "; write for example \"\\\\Hard Disk\\\\ftp\"");
        }
        return directory;
    }

    private static UserList userList(ChangedValues values, UserList now) {
        if (values.isDeleted(USER_LIST)) {
            values.remark(USER_LIST, "nothing is known of a server without " + USER_LIST + "; it stays " + now);
        }
        String text = values.text(USER_LIST, now.toString(), now.toString());
        try {
            return UserList.parse(text.isBlank() ? NOBODY : text);
        } catch (IllegalArgumentException e) {
            values.reject(
                    USER_LIST,
                    USER_LIST + ": " + e.getMessage() + "; write for example \"webguest;-guest;@operators\"");
            return now;
        }
    }

    /** Says of a key with values that mean nothing to the emulator what a user would take to mean something. */
    static void remarkOn(RegistryKey key, Registry after, Findings findings) {
        String path = key.path().toLowerCase(Locale.ROOT);
        if (path.startsWith(USERS.toLowerCase(Locale.ROOT)) && !key.values().isEmpty()) {
            findings.remark(
                    after.place(key.path(), ""),
                    "home and rights of a user aren't read, as no document names their values (Microsoft ee498439); write"
                            + " them under ftp.accounts of a profile");
        } else if (path.equalsIgnoreCase(PATH)) {
            key.values().keySet().forEach(name -> remarkOn(name, after.place(PATH, name), findings));
        } else if (path.startsWith(PATH.toLowerCase(Locale.ROOT) + "\\")) {
            String below = key.path().substring(PATH.length() + 1);
            if (PassivePorts.isMeantBy(below, false)) {
                findings.mistake(after.place(key.path(), ""), PassivePorts.refusal(below));
            }
        }
    }

    private static void remarkOn(String name, String place, Findings findings) {
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
