package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;

/** As delivered and made ready for FTP, with the firewall and before it. */
class StatesTests {
    private static Device started(String image, String state, EnforcementLevel level) throws Exception {
        return Devices.builder(Devices.image(image), level).state(state).start();
    }

    @ParameterizedTest
    @EnumSource
    void v604hAsDeliveredIsSilent(EnforcementLevel level) throws Exception {
        try (Device device = started(Devices.V604H, "factory", level)) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBaselineAsDeliveredRefuses(EnforcementLevel level) throws Exception {
        try (Device device = started(Devices.BASELINE, "factory", level)) {
            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> RawClient.tryToConnect(device));
        }
    }

    @ParameterizedTest
    @EnumSource
    void v604hAsDeliveredRefusesOncePort21IsEntered(EnforcementLevel level) throws Exception {
        try (Device device = started(Devices.V604H, "factory", level)) {
            device.firewall(device.firewall().with(Rule.allow("ftp", Traffic.tcp(21))));

            assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> RawClient.tryToConnect(device));
        }
    }

    @ParameterizedTest
    @EnumSource
    void followingTheManualStepByStepMakesItAnswer(EnforcementLevel level) throws Exception {
        try (Device device = started(Devices.V604H, "factory", level)) {
            device.configure(device.profile().ftp().enabled(true));
            device.restart();
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));

            device.firewall(device.firewall()
                    .with(Rule.allow("data", Traffic.tcp(20)))
                    .with(Rule.allow("control", Traffic.tcp(21))));

            try (RawClient client = RawClient.loggedIn(device)) {
                assertThat(client.receive("LIST")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBaselineMadeReadyTransfersPassively(EnforcementLevel level) throws Exception {
        try (Device device = started(Devices.BASELINE, "ftp-ready", level);
                RawClient client = RawClient.loggedIn(device);
                Socket data = RawClient.connected(client.passive())) {
            client.send("LIST\r\n");

            client.expect("125");
            assertThat(data.getInputStream().readAllBytes()).isEmpty();
            client.expect("226");
        }
    }

    @Test
    void attemptsOnTheDeviceAsDeliveredAreInTheJournal() throws Exception {
        try (Device device = started(Devices.V604H, "factory", EnforcementLevel.SOCKET)) {
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));

            assertThat(device.journal().await(ConnectionDropped.class, event -> event.port() == 21, Devices.LIMIT))
                    .isPresent();
        }
    }

    @Test
    void theWrongPasswordIsRefusedAndTheRightOneTakenAfterwards() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.greeted(device)) {
            client.command("USER webguest");
            assertThat(client.command("PASS wrong")).isEqualTo("530 Not logged in.");
            client.command("USER webguest");
            assertThat(client.command("PASS 1")).isEqualTo("230 User logged in, proceed.");
        }
    }
}
