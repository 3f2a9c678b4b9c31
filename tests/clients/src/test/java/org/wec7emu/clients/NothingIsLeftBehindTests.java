package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.opentest4j.TestAbortedException;
import org.wec7emu.device.Device;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;

/**
 * Threads, sockets and descriptors are back where they were when a device is closed, whatever was going on. Runs while
 * nothing else does, which JUnit does after all that may run side by side.
 */
@Isolated
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(NothingLeaksExtension.class)
class NothingIsLeftBehindTests {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    /** The JVM and JNA open what they keep for good. */
    @BeforeAll
    static void warmUp() throws Exception {
        for (EnforcementLevel level : List.of(EnforcementLevel.SOCKET, EnforcementLevel.BACKLOG)) {
            try (Device device = ready(level).start();
                    ControlConnection control = ControlConnection.loggedIn(device)) {
                control.ask("QUIT");
            } catch (TestAbortedException e) {
                // Its tests will be skipped, and say why.
            }
        }
    }

    @Test
    @Order(1)
    void byTheSuitesThatRanBefore() throws Exception {
        assertThat(Eventually.within(LIMIT, () -> NothingLeaksExtension.held().stream()
                        .noneMatch(held -> held.startsWith("thread ") || held.contains("TCP socket"))))
                .as("held: %s", NothingLeaksExtension.held())
                .isTrue();
    }

    @Test
    void isSomethingThatTheExtensionWouldSee() throws Exception {
        try (Device device = ready(EnforcementLevel.BACKLOG).start()) {
            assertThat(NothingLeaksExtension.held())
                    .anyMatch(held -> held.startsWith("thread wec7emu-"))
                    .anyMatch(held -> held.contains("TCP socket " + device.port() + " to 0, LISTEN"));
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void byADeviceThatNobodyTalkedTo(EnforcementLevel level) throws Exception {
        ready(level).start().close();
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void byADeviceAsDelivered(EnforcementLevel level) throws Exception {
        ready(level).state("factory").start().close();
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void byAWholeSession(EnforcementLevel level) throws Exception {
        try (Device device = ready(level).start();
                ControlConnection control = ControlConnection.loggedIn(device);
                ServerSocket listening = control.active()) {
            control.ask("STOR a.txt");
            listening.accept().close();
            control.reply();
            control.ask("QUIT");
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void byADeviceThatIsClosedDuringAHangingTransfer(EnforcementLevel level) throws Exception {
        Device device = ready(level).start();
        try (ControlConnection control = ControlConnection.loggedIn(device)) {
            control.passive();
            control.send("LIST");
            await(device, "LIST");
            device.close();
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void byAClientThatLeavesDuringTheDataWait(EnforcementLevel level) throws Exception {
        try (Device device = ready(level).start()) {
            try (ControlConnection control = ControlConnection.loggedIn(device)) {
                control.passive();
                control.send("LIST");
                await(device, "LIST");
            }
            assertThat(device.journal().await(ConnectionClosed.class, closed -> true, LIMIT))
                    .isPresent();
        }
    }

    @Test
    void byADeviceThatIsClosedWhileItDials() throws Exception {
        Device device = ready(EnforcementLevel.BACKLOG).start();
        try (ControlConnection control = ControlConnection.loggedIn(device);
                SilentPort natOfClient = new SilentPort(control.address())) {
            control.ask("PORT " + control.asPort(natOfClient.port()));
            control.ask("LIST");
            device.close();
        }
    }

    @Test
    void byADeviceThatIsClosedInTheMiddleOfADownload() throws Exception {
        Device device = DeviceUnderTest.of(Image.BASELINE).start();
        Files.write(device.ftpRoot().resolve("a.bin"), new byte[50_000_000]);
        try (ControlConnection control = ControlConnection.loggedIn(device)) {
            InetSocketAddress endpoint = control.passive();
            try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
                control.ask("RETR a.bin");
                assertThat(data.getInputStream().read()).isZero();
                device.close();
            }
        }
    }

    @ParameterizedTest(name = "enforced by {0}")
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void byRestartAndPowerCut(EnforcementLevel level) throws Exception {
        try (Device device = ready(level).start()) {
            try (ControlConnection control = ControlConnection.loggedIn(device)) {
                control.passive();
                device.restart();
            }
            try (ControlConnection control = ControlConnection.loggedIn(device)) {
                control.passive();
                device.powerCut();
            }
        }
    }

    @Test
    void inTheTemporaryDirectory() throws Exception {
        Device device = ready(EnforcementLevel.BACKLOG).start();
        Path files = device.ftpRoot();
        device.close();
        assertThat(files.getParent().getParent()).doesNotExist();
    }

    private static DeviceUnderTest ready(EnforcementLevel level) {
        return DeviceUnderTest.of(Image.V604H).enforcedBy(level);
    }

    private static void await(Device device, String verb) throws InterruptedException {
        assertThat(device.journal()
                        .await(CommandReceived.class, line -> line.verb().equals(verb), LIMIT))
                .isPresent();
    }
}
