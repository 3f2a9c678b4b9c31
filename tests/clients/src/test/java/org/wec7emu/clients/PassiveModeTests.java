package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionTimedOut;
import org.wec7emu.journal.DeviceEvent.ReplySent;
import org.wec7emu.journal.TransferMode;

/** Passive FTP works before v604h and hangs from v604h on: the client's connection to the offered port is dropped. */
class PassiveModeTests {
    private static final byte[] BYTES = {'4', '2', 0, (byte) 0xFF, '\n'};

    @TempDir
    Path home;

    static Stream<Cell> beforeV604h() {
        return Cell.of(Image.BASELINE, TransferMode.PASSIVE);
    }

    static Stream<Cell> v604h() {
        return Cell.of(Image.V604H, TransferMode.PASSIVE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeV604h")
    void uploadsBeforeV604h(Cell cell) throws Exception {
        Path local = Files.write(home.resolve("local.bin"), BYTES);
        try (Device device = cell.start("ftp-ready")) {
            ClientRun run = cell.run(new Errand.Upload(local, "/recipe.bin"), device, home);
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(device.ftpRoot().resolve("recipe.bin")).hasBinaryContent(BYTES);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeV604h")
    void downloadsBeforeV604h(Cell cell) throws Exception {
        Path local = home.resolve("local.bin");
        try (Device device = cell.start("ftp-ready")) {
            Files.write(device.ftpRoot().resolve("recipe.bin"), BYTES);
            ClientRun run = cell.run(new Errand.Download("/recipe.bin", local), device, home);
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(local).hasBinaryContent(BYTES);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeV604h")
    void listsBeforeV604h(Cell cell) throws Exception {
        try (Device device = cell.start("ftp-ready")) {
            Files.write(device.ftpRoot().resolve("recipe.bin"), BYTES);
            ClientRun run = cell.run(new Errand.Listing("/"), device, home);
            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.output()).contains("recipe.bin");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("v604h")
    void isEndedByTheClientsOwnTimerOnV604h(Cell cell) throws Exception {
        Path local = home.resolve("local.bin");
        try (Device device = cell.start("ftp-ready")) {
            Files.write(device.ftpRoot().resolve("recipe.bin"), BYTES);
            ClientRun run = cell.run(new Errand.Download("/recipe.bin", local), device, home);
            assertThat(run.exitCode()).as(run.output()).isNotZero();
            assertThat(run.output()).containsPattern(cell.client().timedOut());
            assertThat(run.took()).isGreaterThanOrEqualTo(RealClient.TIMER.minusMillis(100));
            assertThat(device.journal().events(DataConnectionTimedOut.class)).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("v604h")
    void isOfferedAndThenDroppedByTheBlockAllRuleOnV604h(Cell cell) throws Exception {
        try (Device device = cell.start("ftp-ready")) {
            cell.run(new Errand.Listing("/"), device, home);
            assertThat(device.journal().await(ConnectionClosed.class, closed -> true, Duration.ofSeconds(10)))
                    .isPresent();
            assertThat(device.journal().events(ReplySent.class))
                    .extracting(ReplySent::code)
                    .containsAnyOf(227, 229)
                    .doesNotContain(125, 226);
            DataConnectionOffered offered =
                    device.journal().events(DataConnectionOffered.class).get(0);
            assertThat(offered.mode()).isEqualTo(TransferMode.PASSIVE);
            assertThat(device.journal().events(DataConnectionDropped.class))
                    .first()
                    .satisfies(dropped -> assertThat(dropped.rule()).isEqualTo("BlockAllRule"))
                    .satisfies(dropped -> assertThat(dropped.port()).isEqualTo(offered.port()));
            assertThat(device.journal().events(DataConnectionOpened.class)).isEmpty();
        }
    }
}
