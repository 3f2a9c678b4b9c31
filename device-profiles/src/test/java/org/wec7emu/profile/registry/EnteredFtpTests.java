package org.wec7emu.profile.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wec7emu.profile.registry.RegistryEntries.FTPD;
import static org.wec7emu.profile.registry.RegistryEntries.delivered;
import static org.wec7emu.profile.registry.RegistryEntries.enter;
import static org.wec7emu.profile.registry.RegistryEntries.written;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Evidence;
import org.wec7emu.profile.FtpAccess;
import org.wec7emu.profile.FtpProfile;
import org.wec7emu.profile.Grade;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.UserList;
import org.wec7emu.profile.VirtualRoot;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryException;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryText;

/** What a registry file makes of a device's FTP server, and of the rest. */
class EnteredFtpTests {
    @Test
    void theSettingsOfTheServerAreRead() throws Exception {
        FtpProfile ftp = enter("[" + FTPD + "]\n\"IsEnabled\"=dword:1\n\"AllowAnonymous\"=dword:0\n"
                        + "\"AllowAnonymousUpload\"=dword:0\n\"AllowAnonymousVroots\"=dword:1\n"
                        + "\"AllowLowPortValues\"=dword:1\n\"DefaultDir\"=\"\\\\Temp\"\n"
                        + "\"UseAuthentication\"=dword:0\n\"UserList\"=\"guest;-webguest\"\n")
                .profile()
                .ftp();

        assertThat(ftp)
                .isEqualTo(delivered()
                        .ftp()
                        .configured(
                                true,
                                access(false, false, true, false, UserList.parse("guest;-webguest")),
                                true,
                                "\\Temp"));
    }

    @Test
    void aDeletedValueHasItsDocumentedDefault() throws Exception {
        FtpProfile ftp = enter("[" + FTPD + "]\n\"IsEnabled\"=-\n\"AllowAnonymousUpload\"=-\n\"DefaultDir\"=-\n")
                .profile()
                .ftp();

        assertThat(ftp)
                .isEqualTo(delivered()
                        .ftp()
                        .configured(true, access(true, false, false, true, UserList.parse("*")), false, "\\Temp"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multi_sz:\"guest\",\"-*\"", "hex(7):67,00,75,00,65,00,73,00,74,00,00,00,2d,00,2a,00,00,00,00,00"
            })
    void aUserListMayBeSeveralTexts(String value) throws Exception {
        assertThat(userList(value)).isEqualTo(UserList.parse("guest;-*"));
    }

    @Test
    void anEmptyUserListLetsNobodyIn() throws Exception {
        assertThat(userList("\"\"")).isEqualTo(UserList.parse("-*"));
    }

    @Test
    void aUserListThatIsNoneIsRefused() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> userList("\"guest;we?\""))
                .withMessage("mine.reg:2:1: UserList: entry 'we?' has a character that no name has; write for example"
                        + " \"webguest;-guest;@operators\"");
    }

    @Test
    void virtualRootsAreKeysOfTheirOwn() throws Exception {
        RegistryReading reading = enter("[" + FTPD + "\\VROOTS\\/Music]\n@=\"\\\\Hard Disk\\\\Music\"\n[" + FTPD
                + "\\VROOTS\\Logs]\n@=\"\\\\Hard Disk\\\\Logs\"\n");

        assertThat(reading.profile().ftp().access().virtualRoots())
                .containsExactly(
                        new VirtualRoot("Music", "\\Hard Disk\\Music"), new VirtualRoot("Logs", "\\Hard Disk\\Logs"));
        assertThat(written(reading).ftp()).isEqualTo(reading.profile().ftp());
    }

    @Test
    void aVirtualRootThatCanNotBeIsNamed() throws Exception {
        RegistryReading reading = enter("[" + FTPD + "\\VROOTS\\/a]\n@=\"\\\\Music\"\n[" + FTPD
                + "\\VROOTS\\/b]\n@=\"\\\\Music\\\\Jazz\"\n[" + FTPD + "\\VROOTS\\/c]\n");

        assertThat(reading.profile().ftp().access().virtualRoots()).containsExactly(new VirtualRoot("a", "\\Music"));
        assertThat(reading.remarks())
                .containsExactly(
                        "mine.reg:4:1: virtual root /b isn't understood, so it has no effect here: its directory and that"
                                + " of a lie one in the other",
                        "mine.reg:5:1: virtual root /c isn't understood, so it has no effect here: it has no directory,"
                                + " which is its default value (@=)");
    }

    @Test
    void homeAndRightsOfUsersAreKeptAndNotRead() throws Exception {
        assertThat(enter("[HKLM\\Comm\\Security\\UserAccounts\\ftpd\\guest]\n\"x\"=dword:2\n")
                        .remarks())
                .containsExactly(
                        "mine.reg:1:1: home and rights of a user aren't read, as no document names their values"
                                + " (Microsoft ee498439); write them under ftp.accounts of a profile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PassivePortMin", "PasvPorts", "PortRangeLow", "DataPorts"})
    void passivePortsAreRefusedByNamingTheManual(String name) {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> enter("[" + FTPD + "]\n\"" + name + "\"=dword:1388\n"))
                .withMessageStartingWith("mine.reg:2:1: '" + name + "' can't be set: passive ports of Windows CE / WEC7"
                        + " cannot be configured (CX8191 manual, chapter FTP Server)");
    }

    @Test
    void soAreKeysBelowTheServersOwn() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> enter("[" + FTPD + "\\PassivePorts]\n\"From\"=dword:1388\n"))
                .withMessageStartingWith("mine.reg:1:1: 'PassivePorts' can't be set: passive ports of Windows CE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BaseDir", "IdleTimeout", "LogSize"})
    void valuesThatTheServerHasNotGotAreNamed(String name) throws Exception {
        assertThat(enter("[" + FTPD + "]\n\"" + name + "\"=dword:1\n").remarks())
                .containsExactly("mine.reg:2:1: the FTP server has no value " + name
                        + " (Microsoft ms881875 lists those it has); it has no effect here");
    }

    @Test
    void aDirectoryThatCanNotBeIsRefused() {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> enter("[" + FTPD + "]\n\"DefaultDir\"=\"C:\\\\ftp\"\n"))
                .withMessage(
                        "mine.reg:2:1: DefaultDir doesn't begin with '\\'; write for example \"\\\\Hard Disk\\\\ftp\"");
    }

    @Test
    void whatMeansNothingIsKeptAndExportedAgain() throws Exception {
        String text = "[HKEY_LOCAL_MACHINE\\Ident]\n\"Name\"=\"CX-1\"\n@=hex(7):61,00,00,00,00,00\n"
                + "[HKEY_LOCAL_MACHINE\\Empty]\n";

        RegistryReading reading = enter(text);

        assertThat(reading.valuesWithoutEffect()).isEqualTo(2);
        assertThat(reading.remarks()).isEmpty();
        assertThat(ProfileRegistry.of(reading.profile()).keys())
                .endsWith(reading.withoutEffect().toArray(RegistryKey[]::new));
        assertThat(written(reading).registry()).isEqualTo(reading.withoutEffect());
    }

    @Test
    void theProfileOfADeviceSaysOnlyWhatDiffersAndWhereItIsFrom() throws Exception {
        RegistryReading reading = enter("[" + FTPD + "]\n\"IsEnabled\"=dword:1\n\"AllowAnonymous\"=dword:1\n");

        DeviceProfile written = written(reading);

        assertThat(written.ftp()).isEqualTo(reading.profile().ftp());
        assertThat(written.inState(written.defaultState()).firewall())
                .isEqualTo(delivered().firewall());
        assertThat(written.evidence("ftp.server-active")).contains(new Evidence(Grade.OBSERVED, "own-registry", ""));
        assertThat(written.evidence("ftp.allow-anonymous"))
                .isEqualTo(delivered().evidence("ftp.allow-anonymous"));
        assertThat(written.source("own-registry").orElseThrow().title()).isEqualTo("mine.reg");
    }

    @Test
    void anExportEnteredAgainChangesNothing() throws Exception {
        Registry exported = ProfileRegistry.of(delivered());

        RegistryReading reading = enter(RegistryText.of(exported.keys()));

        assertThat(reading.profile()).isEqualTo(delivered());
        assertThat(reading.withoutEffect()).isEmpty();
    }

    private static UserList userList(String value) throws RegistryException, ProfileException {
        return enter("[" + FTPD + "]\n\"UserList\"=" + value + "\n")
                .profile()
                .ftp()
                .access()
                .userList();
    }

    /** The image's, but for these. */
    private static FtpAccess access(
            boolean anonymous, boolean upload, boolean virtualRoots, boolean authentication, UserList users)
            throws ProfileException {
        FtpAccess delivered = delivered().ftp().access();
        return new FtpAccess(
                anonymous,
                upload,
                virtualRoots,
                delivered.anonymousSeesHiddenFiles(),
                delivered.hiddenFiles(),
                delivered.directoriesNeedWrite(),
                authentication,
                users,
                delivered.accounts(),
                List.of());
    }
}
