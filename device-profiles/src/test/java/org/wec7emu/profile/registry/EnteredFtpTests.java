package org.wec7emu.profile.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wec7emu.profile.registry.RegistryEntries.FTPD;
import static org.wec7emu.profile.registry.RegistryEntries.delivered;
import static org.wec7emu.profile.registry.RegistryEntries.enter;
import static org.wec7emu.profile.registry.RegistryEntries.written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.Evidence;
import org.wec7emu.profile.Grade;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryException;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryText;

/** What a registry file makes of a device's FTP server, and of the rest. */
class EnteredFtpTests {
    @Test
    void theSettingsOfTheServerAreRead() throws Exception {
        DeviceProfile profile = enter(
                        "[" + FTPD + "]\n\"IsEnabled\"=dword:1\n\"AllowAnonymous\"=dword:0\n"
                                + "\"AllowAnonymousUpload\"=dword:0\n\"AllowLowPortValues\"=dword:1\n\"DefaultDir\"=\"\\\\Temp\"\n")
                .profile();

        assertThat(profile.ftp()).isEqualTo(delivered().ftp().configured(true, false, false, true, "\\Temp"));
    }

    @Test
    void aDeletedValueHasItsDocumentedDefault() throws Exception {
        DeviceProfile profile = enter("[" + FTPD + "]\n\"IsEnabled\"=-\n\"AllowAnonymousUpload\"=-\n\"DefaultDir\"=-\n")
                .profile();

        assertThat(profile.ftp()).isEqualTo(delivered().ftp().configured(true, true, false, false, "\\Temp"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PassivePortMin", "PasvPorts", "PortRangeLow", "DataPorts"})
    void passivePortsAreRefusedByNamingTheManual(String name) {
        assertThatExceptionOfType(RegistryException.class)
                .isThrownBy(() -> enter("[" + FTPD + "]\n\"" + name + "\"=dword:1388\n"))
                .withMessageStartingWith("mine.reg:2:1: '" + name + "' can't be set: passive ports of Windows CE / WEC7"
                        + " cannot be configured (CX8191 manual, chapter FTP Server)");
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
}
