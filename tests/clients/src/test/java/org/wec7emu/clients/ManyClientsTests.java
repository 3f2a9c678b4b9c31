package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.DataConnectionTimedOut;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.TransferMode;

/** Clients don't stand in each other's way. */
class ManyClientsTests {
    private static final int HANGING = 8;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    Path home;

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void oneThatWorksIsDoneWhileEightStillHang(EnforcementLevel level) throws Exception {
        Deque<AutoCloseable> hanging = new ArrayDeque<>();
        try (Device device = DeviceUnderTest.of(Image.V604H).enforcedBy(level).start()) {
            for (int i = 0; i < HANGING; i++) {
                hang(device, hanging);
            }
            assertThat(Eventually.within(LIMIT, () -> listsReceived(device) == HANGING))
                    .isTrue();
            Path local = Files.writeString(home.resolve("local.txt"), "x");
            ClientRun run = ClientRun.of(
                    RealClient.CURL, new Errand.Upload(local, "/a.txt"), TransferMode.ACTIVE, Target.of(device), home);

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(device.journal().events(TransferCompleted.class)).hasSize(1);
            assertThat(device.journal().events(DataConnectionTimedOut.class)).isEmpty();
            assertThat(device.journal().events(ConnectionClosed.class))
                    .extracting(ConnectionClosed::session)
                    .doesNotContain(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        } finally {
            for (AutoCloseable one : hanging) {
                one.close();
            }
        }
    }

    @Test
    void twoDownloadAtTheSameTime() throws Exception {
        try (Device device = DeviceUnderTest.of(Image.BASELINE).start();
                ControlConnection first = ControlConnection.loggedIn(device);
                ControlConnection second = ControlConnection.loggedIn(device)) {
            Files.writeString(device.ftpRoot().resolve("a.txt"), "x");
            try (Socket firstData = begun(first);
                    Socket secondData = begun(second)) {
                assertThat(secondData.getInputStream().readAllBytes())
                        .asString()
                        .isEqualTo("x");
                assertThat(firstData.getInputStream().readAllBytes()).asString().isEqualTo("x");
                assertThat(List.of(first.reply(), second.reply())).allMatch(reply -> reply.startsWith("226 "));
            }
        }
    }

    @Test
    void twoThatTheDeviceDialsAreDialledFromTheSamePort20() throws Exception {
        try (Device device = DeviceUnderTest.of(Image.V604H).start();
                ControlConnection first = ControlConnection.loggedIn(device);
                ControlConnection second = ControlConnection.loggedIn(device);
                ServerSocket firstPort = first.active();
                ServerSocket secondPort = second.active()) {
            first.ask("STOR a.txt");
            second.ask("STOR b.txt");
            try (Socket firstData = firstPort.accept();
                    Socket secondData = secondPort.accept()) {
                assertThat(firstData.getPort())
                        .isEqualTo(secondData.getPort())
                        .isEqualTo(device.ports().onHost(20));
            }
            assertThat(List.of(first.reply(), second.reply())).allMatch(reply -> reply.startsWith("226 "));
        }
    }

    @Test
    void theEleventhSessionIsRefused() throws Exception {
        List<ControlConnection> open = new ArrayList<>();
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            for (int i = 0; i < 10; i++) {
                open.add(ControlConnection.loggedIn(device));
            }
            try (ControlConnection eleventh = new ControlConnection(device)) {
                assertThat(eleventh.reply()).startsWith("421 ");
                assertThat(eleventh.isClosedByDevice()).isTrue();
            }
        } finally {
            for (ControlConnection control : open) {
                control.close();
            }
        }
    }

    private static void hang(Device device, Deque<AutoCloseable> hanging) throws Exception {
        ControlConnection control = ControlConnection.loggedIn(device);
        hanging.add(control);
        InetSocketAddress endpoint = control.passive();
        SocketChannel data = SocketChannel.open();
        hanging.add(data);
        data.configureBlocking(false);
        data.connect(endpoint);
        control.send("LIST");
    }

    private static long listsReceived(Device device) {
        return device.journal().events(CommandReceived.class).stream()
                .filter(command -> command.verb().equals("LIST"))
                .count();
    }

    private static Socket begun(ControlConnection control) throws Exception {
        InetSocketAddress endpoint = control.passive();
        Socket data = new Socket(endpoint.getAddress(), endpoint.getPort());
        control.ask("RETR a.txt");
        return data;
    }
}
