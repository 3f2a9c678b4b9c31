package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.ServiceLeftOut;
import org.wec7emu.profile.DeviceProfile;

/** The host's port that a device dials from is its own as long as it is there, though nobody listens on it. */
class DataPortTests {
    /** A service of the image; offsets are even, so it can meet another device's data port. */
    private static final int SECURE_ADS = 4852;

    private static final int DATA = 20;

    private static Device any() throws Exception {
        return Devices.started(Devices.image(Devices.V604H));
    }

    private static int dataPort(Device device) {
        return device.port() - 1;
    }

    private static void transfersActively(Device device) throws Exception {
        try (RawClient client = RawClient.loggedIn(device)) {
            client.store("there", "and back");
            assertThat(client.receive("RETR there")).isEqualTo("and back");
        }
    }

    @Test
    void noServiceOfAnotherDeviceTakesIt() throws Exception {
        try (Device dialling = reachedByAService();
                Device other = Device.builder(Devices.image(Devices.V604H))
                        .portOffset(PortOffset.of(dataPort(dialling) - SECURE_ADS))
                        .start()) {
            transfersActively(dialling);
            assertThat(other.servicesLeftOut())
                    .extracting(ServiceLeftOut::port, ServiceLeftOut::hostPort)
                    .contains(org.assertj.core.groups.Tuple.tuple(SECURE_ADS, dataPort(dialling)));
            transfersActively(other);
        }
    }

    /** A device whose data port another offset's service could be on. */
    private static Device reachedByAService() throws Exception {
        while (true) {
            Device device = any();
            if (dataPort(device) - SECURE_ADS > PortOffset.USUAL.fixed().getAsInt()) {
                return device;
            }
            device.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsSilentWhereTheFirewallDropsItAndStillDialledFrom(EnforcementLevel level) throws Exception {
        DeviceProfile image = Devices.image(Devices.V604H);
        RuleSet withoutIt = image.inState("ftp-ready").firewall().without("rule9");
        try (Device device = Devices.builder(image, level).firewall(withoutIt).start()) {
            assertThat(PortState.tcp(device, DATA)).isEqualTo(PortState.FILTERED);
            transfersActively(device);

            device.firewall(image.inState("ftp-ready").firewall());

            assertThat(PortState.tcp(device, DATA)).isEqualTo(PortState.CLOSED);
            transfersActively(device);

            device.firewall(withoutIt);

            assertThat(PortState.tcp(device, DATA)).isEqualTo(PortState.FILTERED);
            transfersActively(device);
            assertThat(device.servicesLeftOut()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void itIsSilentAsDelivered(EnforcementLevel level) throws Exception {
        try (Device device = Devices.builder(Devices.image(Devices.V604H), level)
                .state("factory")
                .services(false)
                .start()) {
            assertThat(PortState.tcp(device, DATA)).isEqualTo(PortState.FILTERED);
            assertThat(device.services()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = "BACKLOG", mode = EnumSource.Mode.EXCLUDE) // which sees attempts on port 21 alone
    void theJournalTellsWhoKnocksThere(EnforcementLevel level) throws Exception {
        try (Device device = Devices.builder(Devices.image(Devices.V604H), level)
                .state("factory")
                .start()) {
            PortState.tcp(device, DATA);
            assertThat(device.journal().await(ConnectionDropped.class, event -> event.port() == DATA, Devices.LIMIT))
                    .hasValueSatisfying(dropped -> assertThat(dropped.rule()).isEqualTo("BlockAllRule"));
        }
    }

    @Test
    void noOtherProgramListensOnIt() throws Exception {
        try (Device device = any()) {
            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> new ServerSocket(dataPort(device), 1, InetAddress.getLoopbackAddress()).close());
        }
    }

    @Test
    void itIsFreeOnceTheDeviceHasGone() throws Exception {
        Device device = any();
        transfersActively(device);
        device.close();

        new ServerSocket(dataPort(device), 1, InetAddress.getLoopbackAddress()).close();
    }

    @Test
    void aDeviceOnTheSamePortsRightAfterwardsHasIt() throws Exception {
        Device before = any();
        transfersActively(before);
        before.close();

        try (Device device = Device.builder(Devices.image(Devices.V604H))
                .portOffset(PortOffset.of(before.ports().offset()))
                .start()) {
            transfersActively(device);
        }
    }

    @Test
    void aRestartKeepsIt() throws Exception {
        try (Device device = any()) {
            device.restart();
            transfersActively(device);
            assertThatExceptionOfType(BindException.class)
                    .isThrownBy(() -> new ServerSocket(dataPort(device), 1, InetAddress.getLoopbackAddress()).close());
        }
    }
}
