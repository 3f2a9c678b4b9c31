package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What users may do: a directory of their own, and the bits for writing, virtual roots and hidden files. */
class UserRightsTests {
    private static final String SECTIONS = """
            ftp:
              directory: '\\Hard Disk'
              allow-anonymous-upload: false
              virtual-roots: [{name: RamDisk, path: '\\Temp'}]
              accounts:
                - {user: full, password: "1"}
                - {user: none, password: "1", rights: []}
                - {user: writer, password: "1", rights: [write]}
                - {user: rooted, password: "1", rights: [virtual-roots]}
                - {user: seer, password: "1", rights: [hidden-files]}
                - {user: homely, password: "1", home: '\\Hard Disk\\homes\\homely'}
            storage:
              hidden: ['\\Hard Disk\\NK.bin', '\\Hard Disk\\System']
            """;

    @TempDir
    private Path host;

    @ParameterizedTest
    @ValueSource(strings = {"none", "rooted", "seer", "anonymous"})
    void withoutTheRightToWriteNothingIsChanged(String user) throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient client = RawClient.loggedIn(device, user, "1")) {
            Files.writeString(device.ftpRoot().resolve("a.txt"), "precious");

            for (String command :
                    new String[] {"STOR a.txt", "STOR new.txt", "DELE a.txt", "RNFR a.txt", "MKD new", "RMD www"}) {
                assertThat(client.command(command)).as(command).startsWith("550 ");
            }
            assertThat(client.command("RNTO b.txt")).startsWith("503 ");
            assertThat(client.receive("RETR a.txt")).isEqualTo("precious");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "writer"})
    void withItAllOfThatWorks(String user) throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient client = RawClient.loggedIn(device, user, "1")) {
            client.store("a.txt", "x");
            assertThat(client.command("RNFR a.txt")).startsWith("350 ");
            assertThat(client.command("RNTO b.txt")).startsWith("250 ");
            assertThat(client.command("DELE b.txt")).startsWith("250 ");
            assertThat(client.command("MKD new")).isEqualTo("257 \"/new\" created.");
            assertThat(client.command("RMD new")).startsWith("250 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "writer", "seer", "anonymous"})
    void withoutTheRightToVirtualRootsThereAreNone(String user) throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient client = RawClient.loggedIn(device, user, "1")) {
            assertThat(client.receive("NLST")).doesNotContain("RamDisk");
            assertThat(client.command("CWD RamDisk")).startsWith("550 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "rooted"})
    void withItTheyAreListedAndEntered(String user) throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient client = RawClient.loggedIn(device, user, "1")) {
            assertThat(client.receive("NLST")).contains("RamDisk\r\n");
            assertThat(client.command("CWD RamDisk")).startsWith("250 ");
        }
    }

    @Test
    void anonymousUsersSeeThemWhereThatIsSwitchedOn() throws Exception {
        String allowed = SECTIONS.replace("ftp:\n", "ftp:\n  allow-anonymous-vroots: true\n");
        try (Device device = Devices.started(Devices.with(allowed));
                RawClient client = RawClient.loggedIn(device, "anonymous", "x")) {
            assertThat(client.command("CWD RamDisk")).startsWith("250 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "writer", "rooted", "anonymous"})
    void withoutTheRightToHiddenFilesTheyAreNotThere(String user) throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient client = RawClient.loggedIn(device, user, "1")) {
            assertThat(client.receive("NLST"))
                    .contains("Splash.bmp\r\n")
                    .doesNotContain("NK.bin")
                    .doesNotContain("System");
            assertThat(client.command("RETR nk.bin")).startsWith("550 ");
            assertThat(client.command("CWD System")).startsWith("550 ");
        }
    }

    @Test
    void whatIsHiddenIsNotOverwrittenByThoseWhoDoNotSeeIt() throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient client = RawClient.loggedIn(device, "writer", "1")) {
            assertThat(client.command("STOR NK.bin")).startsWith("550 ");
            assertThat(client.command("MKD system")).startsWith("550 ");
            assertThat(client.command("DELE NK.bin")).startsWith("550 ");
        }
    }

    @Test
    void orTheyAreOnlyNotListed() throws Exception {
        String reachable = SECTIONS.replace("ftp:\n", "ftp:\n  hidden-files: not-listed\n");
        try (Device device = Devices.started(Devices.with(reachable));
                RawClient client = RawClient.loggedIn(device, "writer", "1")) {
            assertThat(client.receive("NLST")).doesNotContain("NK.bin").doesNotContain("System");
            assertThat(client.receive("RETR nk.bin")).isEmpty();
            assertThat(client.command("CWD System")).startsWith("250 ");
            assertThat(client.command("MKD /system")).startsWith("550 ");
        }
    }

    @Test
    void directoriesMayBeMadeWithoutTheRightToWriteWhereTheProfileSaysSo() throws Exception {
        String free = SECTIONS.replace("ftp:\n", "ftp:\n  directories-need-write: false\n");
        try (Device device = Devices.started(Devices.with(free));
                RawClient client = RawClient.loggedIn(device, "none", "1")) {
            assertThat(client.command("MKD new")).startsWith("257 ");
            assertThat(client.command("RNFR new")).startsWith("550 ");
            assertThat(client.command("STOR new/a.txt")).startsWith("550 ");
            assertThat(client.command("RMD new")).startsWith("250 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "seer"})
    void withItHiddenFilesAreAsAnyOther(String user) throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient client = RawClient.loggedIn(device, user, "1")) {
            assertThat(client.receive("NLST")).contains("NK.bin\r\n", "System\r\n");
            assertThat(client.receive("RETR nk.bin")).isEmpty();
        }
    }

    @Test
    void whatIsHiddenStaysSoUnderAnotherName() throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient owner = RawClient.loggedIn(device, "full", "1");
                RawClient other = RawClient.loggedIn(device, "none", "1")) {
            owner.command("RNFR System");
            assertThat(owner.command("RNTO Seen")).startsWith("250 ");
            assertThat(owner.receive("NLST")).contains("Seen\r\n");
            assertThat(other.receive("NLST")).doesNotContain("Seen");
            assertThat(owner.command("MKD System")).startsWith("257 ");
            assertThat(other.receive("NLST")).contains("System\r\n");
        }
    }

    @Test
    void aUserWithADirectoryOfItsOwnSeesThatAlone() throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient homely = RawClient.loggedIn(device, "homely", "1");
                RawClient full = RawClient.loggedIn(device, "full", "1")) {
            assertThat(homely.command("PWD")).isEqualTo("257 \"/\".");
            assertThat(homely.receive("NLST")).isEqualTo("RamDisk\r\n");
            homely.store("/mine.txt", "x");
            assertThat(full.receive("RETR /homes/homely/mine.txt")).isEqualTo("x");
            assertThat(homely.command("CWD ..")).startsWith("250 ");
            assertThat(homely.command("RETR /NK.bin")).startsWith("550 ");
            assertThat(homely.command("RETR ../../NK.bin")).startsWith("550 ");
        }
    }

    @Test
    void aDirectoryOfItsOwnThatIsGoneLeavesAUserWithNothing() throws Exception {
        try (Device device = Devices.started(Devices.with(SECTIONS));
                RawClient full = RawClient.loggedIn(device, "full", "1")) {
            assertThat(full.command("RMD /homes/homely")).startsWith("250 ");
            try (RawClient homely = RawClient.loggedIn(device, "homely", "1")) {
                assertThat(homely.command("CWD /")).startsWith("550 ");
                assertThat(homely.command("LIST")).startsWith("550 ");
                assertThat(homely.command("STOR a.txt")).startsWith("550 ");
                assertThat(homely.command("MKD a")).startsWith("550 ");
            }
        }
    }

    @Test
    void aHomeBelowTheFtpDirectoryLiesInTheRootThatAUserNamed() throws Exception {
        Files.createDirectories(host.resolve("Homely"));
        String sections = SECTIONS.replace("'\\Hard Disk\\homes\\homely'", "'\\Hard Disk\\homely'");
        try (Device device = Device.builder(Devices.with(sections))
                        .portOffset(PortOffset.ANY_FREE)
                        .root(host)
                        .start();
                RawClient homely = RawClient.loggedIn(device, "homely", "1")) {
            homely.store("a.txt", "x");
            assertThat(host.resolve("Homely/a.txt")).hasContent("x");
        }
    }
}
