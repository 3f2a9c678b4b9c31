package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories that clients see directly below the root though they lie elsewhere on the device. */
class VirtualRootTests {
    private static final String SECTIONS = """
            ftp:
              virtual-roots:
                - {name: Music, path: '\\Hard Disk\\TwinCAT'}
                - {name: Ram, path: '\\Temp'}
                - {name: Gone, path: '\\Hard Disk\\nowhere'}
            """;

    private Device device;
    private RawClient client;
    private Path root;
    private Path twinCat;

    @BeforeEach
    void logIn() throws Exception {
        device = Devices.started(Devices.with(SECTIONS));
        client = RawClient.loggedIn(device);
        root = device.ftpRoot();
        twinCat = root.resolveSibling("TwinCAT");
        Files.writeString(root.resolve("a.txt"), "a");
        Files.writeString(twinCat.resolve("song.mp3"), "la");
    }

    @AfterEach
    void leave() throws Exception {
        try (Device closing = device;
                RawClient leaving = client) {
            leaving.command("QUIT");
        }
    }

    @Test
    void standInTheRootsListingAsDirectories() throws Exception {
        assertThat(client.receive("NLST").lines()).containsExactlyInAnyOrder("a.txt", "Music", "Ram");
        assertThat(client.receive("LIST").lines())
                .anySatisfy(line -> assertThat(line).matches("\\S+  \\S+       <DIR>          Music"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Music", "/Music", "\\music\\", "MUSIC/.", "Ram/../Music"})
    void areEnteredAndLeft(String path) throws Exception {
        assertThat(client.command("CWD " + path)).startsWith("250 ");
        assertThat(client.receive("NLST").lines()).contains("song.mp3", "3.1");
        assertThat(client.receive("RETR song.mp3")).isEqualTo("la");
        assertThat(client.command("CDUP")).startsWith("250 ");
        assertThat(client.command("PWD")).isEqualTo("257 \"/\".");
        assertThat(client.receive("NLST").lines()).contains("a.txt").doesNotContain("song.mp3", "NK.bin");
    }

    @Test
    void theParentOfOneIsTheRootNotTheDirectoryThatItLiesIn() throws Exception {
        client.command("CWD Music/3.1");
        assertThat(client.receive("RETR ../../a.txt")).isEqualTo("a");
        assertThat(client.command("RETR ../../NK.bin")).startsWith("550 ");
        assertThat(client.command("RETR ../../../NK.bin")).startsWith("550 ");
    }

    @Test
    void anotherOneHidesADirectoryOfTheSameName() throws Exception {
        Files.createDirectory(root.resolve("music"));
        Files.writeString(root.resolve("music/hidden.txt"), "x");

        assertThat(client.receive("NLST").lines()).contains("Music").doesNotContain("music");
        assertThat(client.receive("NLST music").lines()).contains("song.mp3").doesNotContain("hidden.txt");
        assertThat(client.command("RETR music/hidden.txt")).startsWith("550 ");
    }

    @Test
    void oneWithoutADirectoryIsNotThereAndCanNotBeMade() throws Exception {
        assertThat(client.receive("NLST")).doesNotContain("Gone");
        for (String command : new String[] {"CWD Gone", "MKD Gone", "STOR Gone", "STOR Gone/a", "LIST Gone"}) {
            assertThat(client.command(command)).as(command).startsWith("550 ");
        }
        assertThat(client.command("PWD")).isEqualTo("257 \"/\".");
    }

    @Test
    void oneWhoseDirectoryIsMadeMeanwhileAppears() throws Exception {
        Files.createDirectory(root.resolveSibling("nowhere"));

        assertThat(client.receive("NLST").lines()).contains("Gone");
        assertThat(client.command("CWD Gone")).startsWith("250 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RMD Music", "DELE Music", "RNFR Music", "MKD Music", "STOR Music", "RMD ram/", "RNFR Gone"})
    void canNotBeRemovedRenamedOrReplaced(String command) throws Exception {
        assertThat(client.command(command)).startsWith("550 ");
        assertThat(twinCat.resolve("song.mp3")).hasContent("la");
    }

    @Test
    void nothingCanBeRenamedToOne() throws Exception {
        client.command("RNFR a.txt");
        assertThat(client.command("RNTO Music")).startsWith("550 ");
        client.command("RNFR a.txt");
        assertThat(client.command("RNTO Gone")).startsWith("550 ");
        assertThat(root.resolve("a.txt")).hasContent("a");
    }

    @Test
    void aFileCanBeRenamedAcross() throws Exception {
        client.command("RNFR a.txt");
        assertThat(client.command("RNTO Music/b.txt")).startsWith("250 ");
        assertThat(twinCat.resolve("b.txt")).hasContent("a");
        client.command("RNFR Music/b.txt");
        assertThat(client.command("RNTO /Ram/c.txt")).startsWith("250 ");
        assertThat(client.receive("RETR Ram/c.txt")).isEqualTo("a");
    }

    @Test
    void aDirectoryCanBeRenamedWithinTheCardButNotIntoTheRam() throws Exception {
        client.command("MKD d");
        client.command("RNFR d");
        assertThat(client.command("RNTO Ram/d")).startsWith("550 ");
        client.command("RNFR d");
        assertThat(client.command("RNTO Music/d")).startsWith("250 ");
        assertThat(twinCat.resolve("d")).isDirectory();
    }

    @Test
    void whatIsInOneIsWrittenAndRemoved() throws Exception {
        client.store("Music/new.txt", "x");
        assertThat(twinCat.resolve("new.txt")).hasContent("x");
        assertThat(client.command("DELE Music/new.txt")).startsWith("250 ");
        assertThat(client.command("MKD Music/d")).isEqualTo("257 \"/Music/d\" created.");
        assertThat(client.command("RMD Music/d")).startsWith("250 ");
    }

    @Test
    void theRamBehindOneIsEmptyAfterARestartAndTheCardIsNot() throws Exception {
        client.store("Ram/volatile.txt", "x");
        client.store("Music/lasting.txt", "y");

        device.restart();

        try (RawClient next = RawClient.loggedIn(device)) {
            assertThat(next.receive("NLST Ram")).isEmpty();
            assertThat(next.receive("RETR Music/lasting.txt")).isEqualTo("y");
            next.store("Ram/again.txt", "x");
            next.store("kept.txt", "z");
        }
        device.powerCut();
        client.close();
        client = RawClient.loggedIn(device);
        assertThat(client.receive("NLST Ram")).isEmpty();
        assertThat(client.receive("RETR kept.txt")).isEqualTo("z");
    }
}
