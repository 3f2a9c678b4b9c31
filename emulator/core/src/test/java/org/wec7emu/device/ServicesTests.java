package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wec7emu.device.PortState.CLOSED;
import static org.wec7emu.device.PortState.FILTERED;
import static org.wec7emu.device.PortState.OPEN;
import static org.wec7emu.device.PortState.OPEN_OR_FILTERED;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.ServiceConnected;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.ProfileCatalog;
import org.wec7emu.profile.ProfileException;
import org.wec7emu.profile.ProfileReader;

/** What a scanner sees of the services besides FTP, and what a client that connects to one. */
class ServicesTests {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int CERHOST = 987;
    private static final int TELNET = 23;
    private static final int ADS = 48_898;
    private static final int ADS_DISCOVERY = 48_899;
    private static final Rule HTTP_ENTERED = Rule.allow("http", Traffic.tcp(HTTP));

    private static Device started(DeviceProfile image, EnforcementLevel level) throws IOException {
        return Devices.builder(image, level).start();
    }

    private static Device started(EnforcementLevel level) throws IOException {
        return started(Devices.image(Devices.V604H), level);
    }

    /** Connected, if need be with a second SYN: a full queue takes a moment to be emptied. */
    private static Socket client(Device device, int logicalPort) throws IOException {
        return RawClient.connected(PortState.endpoint(device, logicalPort));
    }

    /** The v604h image with one service more, which isn't running. */
    private static DeviceProfile withTelnet() throws ProfileException {
        return ProfileReader.read(
                "extends: " + Devices.V604H + "\nevidence: {grade: unknown, note: chosen by a test}\n"
                        + "image: {name: TEST}\nservices: {telnet: {tcp: 23, listening: false}}\n",
                "test.yaml",
                ProfileCatalog.bundled());
    }

    @ParameterizedTest
    @EnumSource
    void behindTheFirewallThoseThatItLetsThroughAreOpenAndTheOthersFiltered(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            assertThat(PortState.tcp(device, HTTPS)).isEqualTo(OPEN);
            assertThat(PortState.tcp(device, ADS)).isEqualTo(OPEN);
            assertThat(PortState.tcp(device, HTTP)).isEqualTo(FILTERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void oneThatIsLetThroughAndDoesNotListenIsClosed(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            assertThat(PortState.tcp(device, CERHOST)).isEqualTo(CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheFirewallTheyAreOpenOrClosed(EnforcementLevel level) throws Exception {
        try (Device device = started(Devices.image(Devices.BASELINE), level)) {
            assertThat(PortState.tcp(device, HTTP)).isEqualTo(OPEN);
            assertThat(PortState.tcp(device, HTTPS)).isEqualTo(OPEN);
            assertThat(PortState.tcp(device, CERHOST)).isEqualTo(CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void enteringAPortOpensItAtOnceAndRemovingTheRuleFiltersIt(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            RuleSet delivered = device.firewall();
            device.firewall(delivered.with(HTTP_ENTERED));
            client(device, HTTP).close();

            device.firewall(delivered);

            assertThat(PortState.tcp(device, HTTP)).isEqualTo(FILTERED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionStaysWhenItsRuleGoes(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            RuleSet delivered = device.firewall();
            device.firewall(delivered.with(HTTP_ENTERED));
            try (Socket client = client(device, HTTP)) {
                assertThat(device.journal().await(ServiceConnected.class, event -> true, Devices.LIMIT))
                        .isPresent();

                device.firewall(delivered);

                client.getOutputStream().write(1);
                assertThat(isQuiet(client)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPortOfTheImageThatNobodyListensOnIsFilteredUntilItIsEntered(EnforcementLevel level) throws Exception {
        try (Device device = started(withTelnet(), level)) {
            RuleSet delivered = device.firewall();
            assertThat(PortState.tcp(device, TELNET)).isEqualTo(FILTERED);

            device.firewall(delivered.with(Rule.allow("telnet", Traffic.tcp(TELNET))));
            assertThat(PortState.tcp(device, TELNET)).isEqualTo(CLOSED);

            device.firewall(delivered);
            assertThat(PortState.tcp(device, TELNET)).isEqualTo(FILTERED);
        }
    }

    @Test
    void acceptsSaysNothingAndThrowsAwayWhatItHears() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                Socket client = client(device, HTTPS)) {
            for (int i = 0; i < 100; i++) {
                client.getOutputStream().write(new byte[100_000]);
            }

            assertThat(isQuiet(client)).isTrue();
        }
    }

    @Test
    void aConnectionEndsWhenItsClientEndsIt() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                Socket client = client(device, HTTPS)) {
            client.shutdownOutput();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void theJournalTellsWhoIsConnectedToWhat() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                Socket client = client(device, ADS)) {
            assertThat(device.journal().await(ServiceConnected.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(connected -> {
                        assertThat(connected.service()).isEqualTo("ads");
                        assertThat(connected.client()).isEqualTo("127.0.0.1:" + client.getLocalPort());
                        assertThat(connected.port()).isEqualTo(ADS);
                        assertThat(connected.hostPort()).isEqualTo(client.getPort());
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatKeptAPortSilentIsNoClient(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            device.firewall(device.firewall().withEnabled(false));
            try (Socket client = client(device, HTTP)) {
                assertThat(device.journal().await(ServiceConnected.class, event -> event.port() == HTTP, Devices.LIMIT))
                        .hasValueSatisfying(
                                connected -> assertThat(connected.client()).endsWith(":" + client.getLocalPort()));
            }
            assertThat(device.journal().events(ServiceConnected.class)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SOCKET")
    void theJournalTellsOfDroppedAttempts(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            PortState.tcp(device, HTTP);

            assertThat(device.journal().await(ConnectionDropped.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(dropped -> {
                        assertThat(dropped.port()).isEqualTo(HTTP);
                        assertThat(dropped.rule()).isEqualTo("BlockAllRule");
                    });
        }
    }

    @Test
    void moreConnectionsThanAPortTakesWaitUntilOneEnds() throws Exception {
        int most = 64;
        List<Socket> clients = new ArrayList<>();
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            for (int i = 0; i < most + 3; i++) {
                clients.add(client(device, HTTPS));
            }
            assertThat(Devices.comesTrue(() -> connections(device) == most)).isTrue();

            clients.get(0).close();

            assertThat(Devices.comesTrue(() -> connections(device) == most + 1)).isTrue();
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static int connections(Device device) {
        return device.journal().events(ServiceConnected.class).size();
    }

    @ParameterizedTest
    @EnumSource
    void aRestartEndsConnectionsAndListensAgain(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                Socket client = client(device, HTTPS)) {
            device.restart();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
            assertThat(PortState.tcp(device, HTTPS)).isEqualTo(OPEN);
            assertThat(PortState.tcp(device, HTTP)).isEqualTo(FILTERED);
        }
    }

    @Test
    void aPowerCutResetsConnections() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                Socket client = client(device, HTTPS)) {
            assertThat(device.journal().await(ServiceConnected.class, event -> true, Devices.LIMIT))
                    .isPresent();

            device.powerCut();

            assertThatExceptionOfType(SocketException.class)
                    .isThrownBy(() -> client.getInputStream().read())
                    .withMessageContaining("reset");
            assertThat(PortState.tcp(device, HTTPS)).isEqualTo(OPEN);
        }
    }

    @Test
    void aUdpServiceTakesDatagramsWithoutAWord() throws Exception {
        Device device = Devices.started(Devices.image(Devices.V604H));
        try (device) {
            for (int i = 0; i < 3; i++) {
                assertThat(PortState.udp(device, ADS_DISCOVERY)).isEqualTo(OPEN_OR_FILTERED);
            }
        }
        assertThat(PortState.udp(device, ADS_DISCOVERY)).isEqualTo(CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void leaveNothingBehind(EnforcementLevel level) throws Exception {
        started(level).close(); // what the JVM keeps once loaded is there now
        List<String> before = Devices.descriptors();
        try (Device device = started(withTelnet(), level);
                Socket first = client(device, HTTPS);
                Socket second = client(device, ADS)) {
            assertThat(Devices.comesTrue(() -> connections(device) == 2)).isTrue();
            device.close();
            assertThat(first.getInputStream().read()).isEqualTo(-1);
            assertThat(second.getInputStream().read()).isEqualTo(-1);
        }

        assertThat(Devices.threads()).isEmpty();
        assertThat(Devices.descriptors()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void theFirewallMayBeSwitchedManyTimes(EnforcementLevel level) throws Exception {
        try (Device device = started(withTelnet(), level)) {
            RuleSet delivered = device.firewall();
            for (int i = 0; i < 5; i++) {
                device.firewall(delivered.withEnabled(false));
                client(device, HTTP).close();
                device.firewall(delivered);
                assertThat(PortState.tcp(device, HTTP)).isEqualTo(FILTERED);
            }
        }
    }

    @Test
    void areNotThereWhenTheDeviceIsBuiltWithoutThem() throws Exception {
        try (Device device = Device.builder(Devices.image(Devices.BASELINE))
                .portOffset(PortOffset.ANY_FREE)
                .services(false)
                .start()) {
            assertThat(device.services()).isEmpty();
            assertThat(PortState.tcp(device, HTTPS)).isEqualTo(CLOSED);
            RawClient.greetedAndGone(device);
        }
    }

    private static boolean isQuiet(Socket client) throws IOException {
        client.setSoTimeout(RawClient.SILENCE_MILLIS);
        try {
            client.getInputStream().read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }
}
