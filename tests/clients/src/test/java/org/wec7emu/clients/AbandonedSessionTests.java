package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.journal.DeviceEvent.TransferFailed;

/** A client that goes away in the middle leaves nothing on the device: no port, no wait. */
class AbandonedSessionTests {
    /** Far below the data wait of 30 s. */
    private static final Duration SOON = Duration.ofSeconds(5);

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void theOfferedPortIsClosedWhenTheClientLeavesDuringTheDataWait(Image image) throws Exception {
        try (Device device = DeviceUnderTest.of(image).alone().start()) {
            InetSocketAddress offered;
            try (ControlConnection control = ControlConnection.loggedIn(device)) {
                offered = control.passive();
                control.send("LIST");
                assertThat(device.journal()
                                .await(
                                        CommandReceived.class,
                                        line -> line.verb().equals("LIST"),
                                        SOON))
                        .isPresent();
            }
            assertThat(Eventually.within(SOON, () -> !isListening(offered))).isTrue();
            assertThat(device.journal().await(ConnectionClosed.class, closed -> true, SOON))
                    .map(ConnectionClosed::ending)
                    .contains(Ending.BY_CLIENT);
        }
    }

    @Test
    void anOfferThatNobodyTookIsWithdrawnByTheNextOne() throws Exception {
        try (Device device = DeviceUnderTest.of(Image.BASELINE).alone().start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            InetSocketAddress first = control.passive();
            InetSocketAddress second = control.passive();
            assertThat(isListening(first)).isFalse();
            assertThat(isListening(second)).isTrue();
        }
    }

    @Test
    void theDialEndsWhenTheClientLeavesWhileTheDeviceDials() throws Exception {
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            try (ControlConnection control = ControlConnection.loggedIn(device);
                    SilentPort natOfClient = new SilentPort(control.address())) {
                control.ask("PORT " + control.asPort(natOfClient.port()));
                control.ask("LIST");
            }
            assertThat(device.journal().await(ConnectionClosed.class, closed -> true, SOON))
                    .isPresent();
        }
    }

    @Test
    void aDownloadThatTheClientBreaksOffIsNotedAsFailed() throws Exception {
        try (Device device = DeviceUnderTest.of(Image.BASELINE).alone().start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            Files.write(device.ftpRoot().resolve("a.bin"), new byte[50_000_000]);
            InetSocketAddress endpoint = control.passive();
            try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
                control.ask("RETR a.bin");
                assertThat(data.getInputStream().read()).isZero();
            }
            assertThat(control.reply()).startsWith("426 ");
            assertThat(device.journal().events(TransferFailed.class))
                    .extracting(TransferFailed::path)
                    .containsExactly("/a.bin");
        }
    }

    /** Whether somebody has the port of an address that is the device's own. */
    private static boolean isListening(InetSocketAddress endpoint) throws Exception {
        try (ServerSocket free = new ServerSocket()) {
            free.bind(endpoint);
            return false;
        } catch (BindException e) {
            return true;
        }
    }
}
