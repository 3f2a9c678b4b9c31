package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;
import org.wec7emu.journal.TransferMode;

/** Active FTP works on every image once its owner has followed the manual: the device opens the data connection. */
class ActiveModeTests {
    private static final byte[] BYTES = {'4', '2', 0, (byte) 0xFF, '\n'};

    @TempDir
    Path home;

    static Stream<Cell> allCells() {
        return Stream.of(Image.values()).flatMap(image -> Cell.of(image, TransferMode.ACTIVE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allCells")
    void uploads(Cell cell) throws Exception {
        Path local = Files.write(home.resolve("local.bin"), BYTES);
        try (Device device = cell.start("ftp-ready")) {
            ClientRun run = cell.run(new Errand.Upload(local, "/recipe.bin"), device, home);
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(device.ftpRoot().resolve("recipe.bin")).hasBinaryContent(BYTES);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allCells")
    void downloads(Cell cell) throws Exception {
        Path local = home.resolve("local.bin");
        try (Device device = cell.start("ftp-ready")) {
            Files.write(device.ftpRoot().resolve("recipe.bin"), BYTES);
            ClientRun run = cell.run(new Errand.Download("/recipe.bin", local), device, home);
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(local).hasBinaryContent(BYTES);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allCells")
    void lists(Cell cell) throws Exception {
        try (Device device = cell.start("ftp-ready")) {
            Files.write(device.ftpRoot().resolve("recipe.bin"), BYTES);
            ClientRun run = cell.run(new Errand.Listing("/"), device, home);
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).contains("recipe.bin");
            assertThat(device.journal().events(DataConnectionOpened.class))
                    .extracting(DataConnectionOpened::mode, DataConnectionOpened::devicePort)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(TransferMode.ACTIVE, 20));
        }
    }
}
