package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.host.PassivePublication;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;
import org.wec7emu.journal.DeviceEvent.PassivePortsPublished;

/** Passive data connections where only mapped ports lead to the device, as to a container. */
class PublishedPassiveTests {
    private static final PortRange PUBLISHED = PortRange.parse("30000-30002");

    private InetAddress own;

    @BeforeEach
    void chooseAddress() {
        own = Devices.ownAddress(); // where the ports are nobody else's
    }

    private DeviceBuilder device(String image, EnforcementLevel level) {
        return Devices.builder(Devices.image(image), level)
                .bind(own)
                .publishPassive(new PassivePublication(PUBLISHED, Optional.of((Inet4Address) own)));
    }

    private static DeviceBuilder announcing(String address) throws IOException {
        return Devices.builder(Devices.image(Devices.BASELINE), EnforcementLevel.BACKLOG)
                .publishPassive(
                        new PassivePublication(PUBLISHED, Optional.of((Inet4Address) InetAddress.getByName(address))));
    }

    @Test
    void a227NamesAPublishedPortThereTheDataComes() throws Exception {
        try (Device device = device(Devices.BASELINE, EnforcementLevel.BACKLOG).start();
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress offered = client.passive();
            assertThat(offered.getPort()).isEqualTo(30000);
            try (Socket data = RawClient.connected(offered)) {
                assertThat(client.command("LIST")).startsWith("125");
                assertThat(data.getInputStream().readAllBytes()).isEmpty();
                client.expect("226");
            }
        }
    }

    @Test
    void theyAreTakenInTurn() throws Exception {
        try (Device device = device(Devices.BASELINE, EnforcementLevel.BACKLOG).start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.passive().getPort()).isEqualTo(30000);
            assertThat(client.command("EPSV")).contains("(|||30001|)");
            assertThat(client.passive().getPort()).isEqualTo(30002);
            assertThat(client.passive().getPort()).isEqualTo(30000);
        }
    }

    @Test
    void a227NamesTheAnnouncedAddress() throws Exception {
        try (Device device = announcing("192.0.2.77").bind(own).start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("PASV")).contains("(192,0,2,77,117,48)");
        }
    }

    @Test
    void theJournalSaysThatItIsPlumbingAndSpeaksOfTheDevicesOwnPorts() throws Exception {
        try (Device device = announcing("192.0.2.77").bind(own).start();
                RawClient client = RawClient.loggedIn(device)) {
            client.command("PASV");

            assertThat(device.journal().events(PassivePortsPublished.class))
                    .singleElement()
                    .extracting(
                            PassivePortsPublished::firstPort,
                            PassivePortsPublished::lastPort,
                            PassivePortsPublished::firstHostPort,
                            PassivePortsPublished::announced)
                    .containsExactly(49152, 49154, 30000, "192.0.2.77");
            assertThat(device.journal().events(DataConnectionOffered.class))
                    .extracting(DataConnectionOffered::port)
                    .containsExactly(49152);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void aFirewallThatDropsTheDevicesPortsDropsThePublishedOnes(EnforcementLevel level) throws Exception {
        try (Device device = device(Devices.V604H, level).start();
                RawClient client = RawClient.loggedIn(device)) {
            InetSocketAddress offered = client.passive();
            try (Socket data = new Socket()) {
                Assertions.assertThatExceptionOfType(SocketTimeoutException.class)
                        .isThrownBy(() -> data.connect(offered, RawClient.SILENCE_MILLIS));
            }
            client.passive();
            assertThat(device.journal().await(DataConnectionDropped.class, drop -> true, Devices.LIMIT))
                    .get()
                    .extracting(DataConnectionDropped::port)
                    .isEqualTo(49152);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SOCKET", "BACKLOG"})
    void aRuleForTheDevicesPortsOpensThePublishedOnes(EnforcementLevel level) throws Exception {
        RuleSet rules = Devices.image(Devices.V604H).inState("ftp-ready").firewall();
        Rule passive = Rule.inbound("passive", Action.ALLOW, new Traffic.Tcp(PortRange.parse("49152-65535")));
        try (Device device = device(Devices.V604H, level)
                        .firewall(rules.with(passive))
                        .start();
                RawClient client = RawClient.loggedIn(device);
                Socket data = RawClient.connected(client.passive())) {
            assertThat(client.command("NLST")).startsWith("125");
            assertThat(data.getInputStream().readAllBytes()).isEmpty();
            assertThat(device.journal().events(DataConnectionOpened.class))
                    .extracting(DataConnectionOpened::devicePort)
                    .containsExactly(49152);
        }
    }
}
