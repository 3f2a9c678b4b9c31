package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A directory of the host as the device shows it. */
class FileAreaTests {
    @TempDir
    private Path host;

    private Path root;
    private FileArea area;

    @BeforeEach
    void fill() throws IOException {
        root = Files.createDirectory(host.resolve("root"));
        Files.createDirectories(root.resolve("TwinCAT/Boot"));
        Files.writeString(root.resolve("TwinCAT/Boot/Port_851.bootdata"), "1234");
        Files.writeString(host.resolve("secret.txt"), "outside");
        area = Storages.area(root);
    }

    @Test
    void findsNamesWhateverTheirCase() {
        assertThat(area.findFile(path("twincat/BOOT/port_851.BOOTDATA")))
                .contains(root.resolve("TwinCAT/Boot/Port_851.bootdata"));
    }

    @Test
    void prefersTheNameInTheCaseAsked() throws IOException {
        Files.writeString(root.resolve("TwinCAT/Boot/PORT_851.BOOTDATA"), "5");

        assertThat(area.findFile(path("TwinCAT/Boot/PORT_851.BOOTDATA")))
                .contains(root.resolve("TwinCAT/Boot/PORT_851.BOOTDATA"));
    }

    @Test
    void aNewNameIsKeptAsWritten() {
        assertThat(area.place(path("twincat/New File.TXT"))).contains(root.resolve("TwinCAT/New File.TXT"));
    }

    @Test
    void anExistingNameIsKeptAsItWasFirstWritten() {
        assertThat(area.place(path("TWINCAT/BOOT"))).contains(root.resolve("TwinCAT/Boot"));
    }

    @Test
    void nothingIsPlacedWhereThereIsNoDirectory() {
        assertThat(area.place(path("nowhere/a.txt"))).isEmpty();
        assertThat(area.place(path("TwinCAT/Boot/Port_851.bootdata/a.txt"))).isEmpty();
    }

    @Test
    void theRootItselfIsNoPlace() {
        assertThat(area.place(VirtualPath.ROOT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a<b", "a>b", "a:b", "a\"b", "a|b", "a?b", "a*b", "a\u0000b", "a\u0001b", "a\u001fb", "a\nb"})
    void aDeviceCanNotHaveSuchAName(String name) {
        assertThat(area.place(path(name))).isEmpty();
        assertThat(area.find(path(name))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "\u00e4\u00f6\u00fc\u00df", "a.b.c", ".a", "-rf", "~", "$HOME", "a;b", "%2e%2e", "#1"})
    void aDeviceMayHaveSuchAName(String name) {
        assertThat(area.place(path(name))).contains(root.resolve(name));
    }

    @Test
    void aNameTooLongForTheHostIsNotThere() {
        assertThat(area.find(path("n".repeat(2000)))).isEmpty();
    }

    @Test
    void listsFilesWithTheirSizeAndDirectoriesWithout() throws IOException {
        assertThat(area.list(path("TwinCAT/Boot")))
                .extracting(FileArea.Entry::name, FileArea.Entry::size, FileArea.Entry::directory)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Port_851.bootdata", 4L, false));
        assertThat(area.list(VirtualPath.ROOT))
                .extracting(FileArea.Entry::name, FileArea.Entry::size, FileArea.Entry::directory)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("TwinCAT", 0L, true));
    }

    @Test
    void noPathLeavesTheRoot() {
        List<String> parts = List.of(
                "..",
                ".",
                "/",
                "\\",
                "//",
                "\\\\",
                "TwinCAT",
                "twincat",
                "Boot",
                "secret.txt",
                "root",
                "...",
                " ",
                "..\\",
                "../",
                "%2e%2e",
                "\u0000",
                ":",
                "*",
                "C:",
                "~",
                "\u2025",
                "\uff0e\uff0e",
                "etc",
                "passwd",
                "");
        Random random = new Random(20261123);
        for (int attempt = 0; attempt < 20_000; attempt++) {
            StringBuilder argument = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                argument.append(parts.get(random.nextInt(parts.size())))
                        .append(random.nextBoolean() ? "/" : random.nextBoolean() ? "\\" : "");
            }
            VirtualPath wanted = path("TwinCAT").resolve(argument.toString());

            assertThat(staysInside(area.find(wanted)) && staysInside(area.place(wanted)))
                    .as("%s stays in the root", argument)
                    .isTrue();
        }
    }

    private boolean staysInside(Optional<Path> place) {
        return place.map(found -> found.normalize().startsWith(root)).orElse(true);
    }

    private static VirtualPath path(String text) {
        return VirtualPath.ROOT.resolve(text);
    }
}
