package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Stop;

/** From start to close. */
class DeviceLifeTests {
    private static final int MANY = 20;

    @Test
    void answersWhenStartReturns() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = new RawClient(device)) {
            assertThat(client.reply()).isEqualTo("220 Service ready for new user.");
        }
    }

    @Test
    void worksThroughADialogueOfTheManual() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            client.store("Recipe.txt", "content");

            assertThat(client.receive("RETR recipe.TXT")).isEqualTo("content");
            assertThat(client.receive("NLST")).isEqualTo("Recipe.txt\r\n");
        }
    }

    @Test
    void givesItsPortBackWhenClosed() throws Exception {
        Device device = Devices.started(Devices.image(Devices.V604H));
        RawClient client = RawClient.loggedIn(device);
        device.close();

        assertThat(client.isEnded()).isTrue();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> RawClient.tryToConnect(device));
        try (ServerSocket next = new ServerSocket()) {
            next.setReuseAddress(true);
            next.bind(new InetSocketAddress(device.host(), device.port()));
        }
        client.close();
    }

    @Test
    void startsAgainOnTheSamePortsAtOnce() throws Exception {
        int offset;
        try (Device first = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(first)) {
            client.receive("LIST");
            offset = first.ports().offset();
        }

        try (Device second = Device.builder(Devices.image(Devices.V604H))
                        .portOffset(PortOffset.of(offset))
                        .start();
                RawClient client = RawClient.loggedIn(second)) {
            assertThat(client.receive("LIST")).isEmpty();
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() throws Exception {
        Devices.started(Devices.image(Devices.V604H)).close(); // what the JVM keeps once loaded is there now
        List<String> before = Devices.descriptors();
        Path root;
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            client.store("a", "content");
            client.passive();
            root = device.ftpRoot();
        }

        assertThat(Devices.threads()).isEmpty();
        assertThat(Devices.scratchDirectories()).isEmpty();
        assertThat(root).doesNotExist();
        assertThat(Devices.descriptors()).isEqualTo(before);
    }

    @Test
    void closingTwiceIsClosingOnce() throws Exception {
        Device device = Devices.started(Devices.image(Devices.V604H));
        device.close();
        device.close();

        assertThat(device.journal().events(DeviceStopped.class))
                .extracting(DeviceStopped::stop)
                .containsExactly(Stop.SHUTDOWN);
    }

    @Test
    void doesNothingMoreOnceClosed() throws Exception {
        Device device = Devices.started(Devices.image(Devices.V604H));
        device.close();

        assertThatIllegalStateException().isThrownBy(device::restart).withMessage("the device is closed");
        assertThatIllegalStateException().isThrownBy(device::powerCut).withMessage("the device is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> device.firewall(device.firewall().withEnabled(false)))
                .withMessage("the device is closed");
    }

    @Test
    void manyDevicesAnswerSideBySide() throws Exception {
        List<Device> devices = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                devices.add(Devices.started(Devices.image(Devices.V604H)));
            }
            for (Device device : devices) {
                try (RawClient client = RawClient.loggedIn(device)) {
                    client.store("mine", device.url());
                    assertThat(client.receive("RETR mine")).isEqualTo(device.url());
                }
            }
            assertThat(devices.stream().map(Device::port).distinct()).hasSize(MANY);
        } finally {
            for (Device device : devices) {
                device.close();
            }
        }
        assertThat(Devices.threads()).isEmpty();
    }

    @Test
    void idleDevicesCostNoThread() throws Exception {
        List<Device> devices = new ArrayList<>();
        try {
            devices.add(Devices.started(Devices.image(Devices.V604H)));
            List<String> ofOne = Devices.threads();
            for (int i = 1; i < MANY; i++) {
                devices.add(Devices.started(Devices.image(Devices.V604H)));
            }

            assertThat(Devices.threads()).isEqualTo(ofOne);
        } finally {
            for (Device device : devices) {
                device.close();
            }
        }
    }

    @Test
    void tellsWhatItIs() throws Exception {
        try (Device device = Device.builder(Devices.image(Devices.V604H))
                .portOffset(PortOffset.ANY_FREE)
                .bind(InetAddress.getByName("127.0.0.21"))
                .start()) {
            DeviceStarted started = device.journal().events(DeviceStarted.class).get(0);

            assertThat(device.url()).isEqualTo("ftp://webguest:1@127.0.0.21:" + device.port() + "/");
            assertThat(started.image()).isEqualTo(Devices.V604H);
            assertThat(started.state()).isEqualTo("ftp-ready");
            assertThat(started.host()).isEqualTo("127.0.0.21");
            assertThat(21 + started.portOffset()).isEqualTo(device.port());
            assertThat(started.enforcement()).isEqualTo(device.enforcement().label());
            assertThat(started.firewallOn() && started.ftpOn()).isTrue();
        }
    }
}
