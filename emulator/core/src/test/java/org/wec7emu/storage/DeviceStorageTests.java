package org.wec7emu.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.profile.StorageProfile;

/** A device's card and its RAM. */
class DeviceStorageTests {
    private static final StorageProfile CARD = Storages.card(
            List.of("\\Hard Disk\\TwinCAT", "\\Hard Disk\\TwinCAT\\Boot"),
            List.of("\\Hard Disk\\NK.bin", "\\Hard Disk\\TwinCAT\\Boot\\CurrentConfig.xml"));
    private static final String FTP_DIRECTORY = "\\Hard Disk\\ftp\\";

    @TempDir
    private Path host;

    @Test
    void holdsTheTreeOfTheImage() throws IOException {
        try (DeviceStorage storage = DeviceStorage.create(CARD, "\\Hard Disk", Optional.empty())) {
            FileArea area = Storages.area(storage, "\\Hard Disk");

            assertThat(area.findFile(VirtualPath.ROOT.resolve("nk.BIN"))).isPresent();
            assertThat(area.findFile(VirtualPath.ROOT.resolve("TwinCAT/Boot/CurrentConfig.xml")))
                    .isPresent();
        }
    }

    @Test
    void showsTheFtpDirectoryAlone() throws IOException {
        try (DeviceStorage storage = DeviceStorage.create(CARD, FTP_DIRECTORY, Optional.empty())) {
            assertThat(storage.ftpRoot()).isEmptyDirectory();
            assertThat(storage.ftpRoot()).hasFileName("ftp");
        }
    }

    @Test
    void isGoneWhenClosed() throws IOException {
        DeviceStorage storage = DeviceStorage.create(CARD, FTP_DIRECTORY, Optional.empty());
        Path root = storage.ftpRoot();

        storage.close();

        assertThat(root).doesNotExist();
        assertThat(root.getParent().getParent().getParent()).doesNotExist();
    }

    @Test
    void putsNothingIntoTheDirectoryOfAUser() throws IOException {
        try (DeviceStorage storage = DeviceStorage.create(CARD, FTP_DIRECTORY, Optional.of(host))) {
            storage.losePower();

            assertThat(storage.ftpRoot()).isEqualTo(host.toRealPath());
            assertThat(host).isEmptyDirectory();
        }
    }

    @Test
    void leavesTheDirectoryOfAUserAsItIs() throws IOException {
        Path precious = Files.writeString(host.resolve("precious"), "content");
        DeviceStorage storage = DeviceStorage.create(CARD, FTP_DIRECTORY, Optional.of(host));
        storage.losePower();

        storage.close();

        assertThat(precious).hasContent("content");
    }

    @Test
    void losesTheRamAndKeepsTheCardWithoutPower() throws IOException {
        try (DeviceStorage storage = DeviceStorage.create(CARD, "\\", Optional.empty())) {
            Path root = storage.ftpRoot();
            Files.writeString(root.resolve("Temp/volatile"), "ram");
            Files.writeString(root.resolve("Hard Disk/lasting"), "card");

            storage.losePower();

            assertThat(root.resolve("Temp")).isEmptyDirectory();
            assertThat(root.resolve("Hard Disk/lasting")).hasContent("card");
        }
    }

    @Test
    void theRootOfTheDeviceShowsNothingOfTheHost() throws IOException {
        try (DeviceStorage storage = DeviceStorage.create(CARD, "\\", Optional.empty())) {
            FileArea area = Storages.area(storage, "\\");

            assertThat(area.list(VirtualPath.ROOT))
                    .extracting(FileArea.Entry::name)
                    .containsExactlyInAnyOrder("Hard Disk", "Temp");
        }
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        Path missing = host.resolve("missing");

        assertThatIOException()
                .isThrownBy(() -> DeviceStorage.create(CARD, FTP_DIRECTORY, Optional.of(missing)))
                .withMessage("root directory " + missing + " doesn't exist; make it first: mkdir -p " + missing);
    }

    @Test
    void refusesWhatIsNoDirectory() throws IOException {
        Path file = Files.createFile(host.resolve("file"));

        assertThatIOException()
                .isThrownBy(() -> DeviceStorage.create(CARD, FTP_DIRECTORY, Optional.of(file)))
                .withMessage("root " + file + " is no directory");
    }
}
