package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.ServiceLeftOut;
import org.wec7emu.journal.Journal;

/** Ports of the host that somebody else has: a device goes without a service, never without its FTP server. */
class ServicePortsTests {
    private static final int HTTPS = 443;
    private static final int ADS_DISCOVERY = 48_899;

    private static DeviceBuilder at(int offset) {
        return Device.builder(Devices.image(Devices.V604H)).portOffset(PortOffset.of(offset));
    }

    private static int freeOffset() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            return device.ports().offset();
        }
    }

    @Test
    void aServiceWhosePortIsTakenIsLeftOutAndTheJournalSaysWhatToDo() throws Exception {
        int offset = freeOffset();
        try (ServerSocket ofAnother = new ServerSocket(offset + HTTPS, 1, InetAddress.getLoopbackAddress());
                Device device = at(offset).start()) {
            RawClient.greetedAndGone(device);

            assertThat(device.servicesLeftOut())
                    .isEqualTo(device.journal().events(ServiceLeftOut.class))
                    .singleElement()
                    .satisfies(leftOut -> {
                        assertThat(leftOut.service()).isEqualTo("https");
                        assertThat(leftOut.port()).isEqualTo(HTTPS);
                        assertThat(leftOut.hostPort()).isEqualTo(ofAnother.getLocalPort());
                        assertThat(leftOut.because())
                                .isEqualTo("port " + ofAnother.getLocalPort() + " of 127.0.0.1 (the device's port 443)"
                                        + " is in use, perhaps by another device; end that program, or choose other"
                                        + " ports with --port-offset N, or another address with --bind 127.0.0.N");
                    });
            assertThat(PortState.tcp(device, 4852)).isEqualTo(PortState.OPEN);
        }
    }

    @Test
    void theSameGoesForUdp() throws Exception {
        int offset = freeOffset();
        try (DatagramSocket ofAnother = new DatagramSocket(offset + ADS_DISCOVERY, InetAddress.getLoopbackAddress());
                Device device = at(offset).start()) {
            assertThat(device.servicesLeftOut())
                    .extracting(ServiceLeftOut::service, ServiceLeftOut::hostPort)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("ads-discovery", ofAnother.getLocalPort()));
        }
    }

    @Test
    void aRestartTakesInWhatHasBecomeFree() throws Exception {
        int offset = freeOffset();
        try (ServerSocket ofAnother = new ServerSocket(offset + HTTPS, 1, InetAddress.getLoopbackAddress());
                Device device = at(offset).start()) {
            ofAnother.close();

            device.restart();

            assertThat(device.servicesLeftOut()).isEmpty();
            assertThat(PortState.tcp(device, HTTPS)).isEqualTo(PortState.OPEN);
        }
    }

    @Test
    void theStartIsTheFirstThatTheJournalTells() throws Exception {
        int offset = freeOffset();
        try (ServerSocket ofAnother = new ServerSocket(offset + HTTPS, 1, InetAddress.getLoopbackAddress());
                Device device = at(offset).start()) {
            assertThat(ofAnother.isBound()).isTrue();
            assertThat(device.journal().events())
                    .hasSize(2)
                    .extracting(DeviceEvent::getClass)
                    .isEqualTo(List.of(DeviceStarted.class, ServiceLeftOut.class));
        }
    }

    @Test
    void whereAnyOffsetWillDoOneIsTakenThatHasAllServices() throws Exception {
        List<Device> devices = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                devices.add(Devices.started(Devices.image(Devices.V604H)));
            }
            assertThat(devices).allSatisfy(device -> {
                assertThat(device.servicesLeftOut()).isEmpty();
                assertThat(PortState.tcp(device, HTTPS)).isEqualTo(PortState.OPEN);
            });
        } finally {
            for (Device device : devices) {
                device.close();
            }
        }
    }

    @Test
    void devicesOnAddressesOfTheirOwnHaveTheSamePorts() throws Exception {
        int offset = freeOffset();
        try (Device first = at(offset).bind(InetAddress.getByName("127.0.0.31")).start();
                Device second =
                        at(offset).bind(InetAddress.getByName("127.0.0.32")).start()) {
            assertThat(first.servicesLeftOut()).isEmpty();
            assertThat(second.servicesLeftOut()).isEmpty();
            RawClient.connected(new InetSocketAddress("127.0.0.32", offset + HTTPS))
                    .close();
            assertThat(first.journal().events()).hasSize(1);
        }
    }

    @Test
    void onAllAddressesOfTheHostAConnectionFindsItsService() throws Exception {
        Journal journal = new Journal();
        try (Device device = Device.builder(Devices.image(Devices.V604H))
                .bind(InetAddress.getByName("0.0.0.0"))
                .portOffset(PortOffset.ANY_FREE)
                .journal(journal)
                .start()) {
            RawClient.connected(
                            new InetSocketAddress("127.0.0.1", device.ports().onHost(HTTPS)))
                    .close();

            assertThat(journal.await(DeviceEvent.ServiceConnected.class, event -> true, Devices.LIMIT))
                    .isPresent();
        }
    }
}
