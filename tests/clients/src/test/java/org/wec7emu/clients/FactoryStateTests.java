package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.TransferMode;

/** A device as delivered serves no FTP: silent where the firewall is on, closed where it is off. */
class FactoryStateTests {
    /** Below the second after which the kernel repeats a SYN. */
    private static final int AT_ONCE_MILLIS = 900;

    @TempDir
    Path home;

    static Stream<Cell> v604h() {
        return Stream.of(TransferMode.values()).flatMap(mode -> Cell.of(Image.V604H, mode));
    }

    static Stream<Cell> beforeV604h() {
        return Stream.of(TransferMode.values()).flatMap(mode -> Cell.of(Image.BASELINE, mode));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("v604h")
    void doesNotEvenGreetOnV604h(Cell cell) throws Exception {
        try (Device device = cell.start("factory")) {
            ClientRun run = cell.run(new Errand.Listing("/"), device, home);
            assertThat(run.output()).containsPattern(cell.client().timedOut()).doesNotContain("220 ");
            assertThat(run.took()).isGreaterThanOrEqualTo(RealClient.TIMER.minusMillis(100));
            assertThat(device.journal().events(ConnectionOpened.class)).isEmpty();
            assertThat(droppedAtPort21(device).isPresent()).isEqualTo(cell.level() != EnforcementLevel.BACKLOG);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beforeV604h")
    void refusesBeforeV604h(Cell cell) throws Exception {
        try (Device device = cell.start("factory")) {
            ClientRun run = cell.run(new Errand.Listing("/"), device, home);
            assertThat(run.output()).containsPattern(cell.client().refused());
            assertThat(device.journal().events(ConnectionOpened.class)).isEmpty();
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource
    void answersASynWithRstAtOnceBeforeV604h(EnforcementLevel level) throws Exception {
        DeviceUnderTest asDelivered = DeviceUnderTest.of(Image.BASELINE).state("factory");
        try (Device device = asDelivered.enforcedBy(level).start();
                Socket client = new Socket()) {
            InetSocketAddress port21 = new InetSocketAddress(device.host(), device.port());
            assertThatThrownBy(() -> client.connect(port21, AT_ONCE_MILLIS)).isInstanceOf(ConnectException.class);
        }
    }

    /** The drops are counted a little later than they happen; a level that can't count never tells. */
    private static Optional<ConnectionDropped> droppedAtPort21(Device device) throws InterruptedException {
        Duration limit = device.enforcement() == EnforcementLevel.BACKLOG ? Duration.ZERO : Duration.ofSeconds(5);
        return device.journal()
                .await(
                        ConnectionDropped.class,
                        dropped -> dropped.port() == 21 && dropped.rule().equals("BlockAllRule"),
                        limit);
    }
}
