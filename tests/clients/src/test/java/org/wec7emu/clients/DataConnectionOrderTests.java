package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.device.Device;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;

/** The order of replies and data connections, which clients rely on. */
class DataConnectionOrderTests {
    private static final Duration A_WHILE = Duration.ofMillis(300);
    private static final String OPENING = "150 File status okay; about to open data connection.\r\n";
    private static final String STARTING = "125 Data connection already open; transfer starting.\r\n";
    private static final String COMPLETE = "226 Closing data connection. \r\n";

    private static DeviceUnderTest device() {
        return DeviceUnderTest.of(Image.BASELINE);
    }

    @Test
    void reply150ComesBeforeTheDeviceDials() throws Exception {
        try (Device device = device().dataWait(Duration.ofSeconds(1)).start();
                ControlConnection control = ControlConnection.loggedIn(device);
                SilentPort natOfClient = new SilentPort(control.address())) {
            control.ask("PORT " + control.asPort(natOfClient.port()));
            assertThat(control.ask("LIST")).isEqualTo(OPENING);
            assertThat(device.journal().events(DataConnectionOpened.class)).isEmpty();
        }
    }

    @Test
    void aDialThatIsNeverAnsweredEndsWith425AfterTheDataWait() throws Exception {
        Duration wait = Duration.ofSeconds(1);
        try (Device device = device().dataWait(wait).start();
                ControlConnection control = ControlConnection.loggedIn(device);
                SilentPort natOfClient = new SilentPort(control.address())) {
            control.ask("PORT " + control.asPort(natOfClient.port()));
            long start = System.nanoTime();
            assertThat(control.ask("LIST")).isEqualTo(OPENING);
            assertThat(control.reply()).isEqualTo("425 Can't open data connection.\r\n");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(wait);
        }
    }

    @Test
    void aDialToAClosedPortEndsWith425AtOnce() throws Exception {
        try (Device device = device().start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            control.active().close();
            assertThat(control.ask("LIST")).isEqualTo(OPENING);
            assertThat(control.isSilentFor(Duration.ofSeconds(5))).isFalse();
            assertThat(control.reply()).isEqualTo("425 Can't open data connection.\r\n");
        }
    }

    @Test
    void theDeviceDialsFromItsPort20() throws Exception {
        try (Device device = device().start();
                ControlConnection control = ControlConnection.loggedIn(device);
                ServerSocket listening = control.active()) {
            control.send("LIST");
            try (Socket data = listening.accept()) {
                assertThat(data.getPort()).isEqualTo(device.ports().onHost(20));
                assertThat(data.getPort()).isEqualTo(device.ports().offset() + 20);
            }
        }
    }

    @Test
    void theDeviceDialsTheSamePortOfAClientAgainAndAgain() throws Exception {
        try (Device device = device().start();
                ControlConnection control = ControlConnection.loggedIn(device);
                ServerSocket listening = control.active()) {
            for (int i = 0; i < 3; i++) {
                control.ask("PORT " + control.asPort(listening.getLocalPort()));
                assertThat(control.ask("LIST")).isEqualTo(OPENING);
                try (Socket data = listening.accept()) {
                    data.getInputStream().readAllBytes();
                }
                assertThat(control.reply()).isEqualTo(COMPLETE);
            }
        }
    }

    @Test
    void reply125ComesOnlyWhenTheClientHasConnected() throws Exception {
        try (Device device = device().start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            InetSocketAddress endpoint = control.passive();
            control.send("LIST");
            assertThat(control.isSilentFor(A_WHILE)).isTrue();
            try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
                assertThat(control.reply()).isEqualTo(STARTING);
                assertThat(control.reply()).isEqualTo(COMPLETE);
                assertThat(data.getInputStream().readAllBytes()).isEmpty();
            }
        }
    }

    @Test
    void aClientMayConnectBeforeItAsksForTheTransfer() throws Exception {
        try (Device device = device().start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            InetSocketAddress endpoint = control.passive();
            try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
                assertThat(control.isSilentFor(A_WHILE)).isTrue();
                assertThat(control.ask("LIST")).isEqualTo(STARTING);
                assertThat(control.reply()).isEqualTo(COMPLETE);
            }
        }
    }

    @Test
    void reply226ComesWhenTheDeviceHasClosedTheDataConnection() throws Exception {
        try (Device device = device().start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            Files.writeString(device.ftpRoot().resolve("a.txt"), "four");
            InetSocketAddress endpoint = control.passive();
            try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
                control.ask("RETR a.txt");
                assertThat(control.reply()).isEqualTo(COMPLETE);
                assertThat(TcpTable.stateOf(data.getLocalPort(), endpoint.getPort()))
                        .contains(TcpTable.State.CLOSE_WAIT);
            }
        }
    }

    @Test
    void anUploadIsCompleteOnlyWhenTheClientHasClosedTheDataConnection() throws Exception {
        try (Device device = device().start();
                ControlConnection control = ControlConnection.loggedIn(device)) {
            InetSocketAddress endpoint = control.passive();
            try (Socket data = new Socket(endpoint.getAddress(), endpoint.getPort())) {
                control.ask("STOR a.txt");
                data.getOutputStream().write('4');
                assertThat(control.isSilentFor(A_WHILE)).isTrue();
            }
            assertThat(control.reply()).isEqualTo(COMPLETE);
        }
    }

    @Test
    void passivePortsAscendFrom49152AndAreNewEachTime() throws Exception {
        try (Device device = device().alone().start();
                ControlConnection first = ControlConnection.loggedIn(device);
                ControlConnection second = ControlConnection.loggedIn(device)) {
            List<Integer> ports = new ArrayList<>();
            ports.add(ControlConnection.portOf(first.ask("PASV")));
            ports.add(ControlConnection.portOf(first.ask("EPSV")));
            ports.add(ControlConnection.portOf(second.ask("PASV")));
            ports.add(ControlConnection.portOf(first.ask("PASV")));
            assertThat(ports).containsExactly(49152, 49153, 49154, 49155);
        }
    }
}
