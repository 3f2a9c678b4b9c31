package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.profile.DeviceProfile;

/** Files that nobody may write, on the device's card or on the host, even where the emulator runs as root. */
class ReadOnlyFileTests {
    private static final String CARD = "ftp: {directory: '\\Hard Disk', rename-overwrites: true}\n"
            + "storage: {read-only: ['\\Hard Disk\\NK.bin']}\n";

    @ParameterizedTest
    @ValueSource(strings = {"STOR", "DELE", "RNFR"})
    void aReadOnlyFileOfTheProfileIsNotChanged(String verb) throws Exception {
        try (Device device = Devices.started(Devices.with(CARD));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command(verb + " nk.bin")).startsWith("550 ");
            assertThat(client.receive("RETR NK.bin")).isEmpty();
            device.restart();
            try (RawClient next = RawClient.loggedIn(device)) {
                assertThat(next.command(verb + " NK.bin")).startsWith("550 ");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOR", "DELE", "RNFR"})
    void norIsOneOfTheHost(String verb) throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            Path file = Files.writeString(device.ftpRoot().resolve("a.txt"), "x");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
            assertThat(client.command(verb + " a.txt")).startsWith("550 ");
            assertThat(client.receive("RETR a.txt")).isEqualTo("x");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            if (verb.equals("RNFR")) {
                assertThat(client.command("RNFR a.txt")).startsWith("350 ");
            }
        }
    }

    @Test
    void noFileIsRenamedInItsPlace() throws Exception {
        DeviceProfile overwriting = Devices.with(CARD);
        try (Device device = Devices.started(overwriting);
                RawClient client = RawClient.loggedIn(device)) {
            client.store("a.txt", "x");
            client.command("RNFR a.txt");
            assertThat(client.command("RNTO NK.bin")).startsWith("550 ");
            client.command("RNFR a.txt");
            assertThat(client.command("RNTO Splash.bmp")).startsWith("250 ");
        }
    }

    @Test
    void theDevicesOwnDirectoriesStayWhereTheyAre() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("directory: '\\'"));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("RNFR Hard Disk")).startsWith("550 ");
            assertThat(client.command("RMD Temp")).startsWith("550 ");
            client.store("Temp/a.txt", "x");
            assertThat(client.command("DELE temp/A.TXT")).startsWith("250 ");
        }
    }
}
