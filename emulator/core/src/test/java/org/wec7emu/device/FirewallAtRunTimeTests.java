package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOffered;
import org.wec7emu.journal.DeviceEvent.FirewallChanged;

/** Changes of the firewall take effect at once; what is established goes on. */
class FirewallAtRunTimeTests {
    private static final Rule PASSIVE_PORTS = Rule.allow("passive", new Traffic.Tcp(PortRange.parse("49152-65535")));

    private static Device started(EnforcementLevel level) throws Exception {
        return Devices.builder(Devices.image(Devices.V604H), level).start();
    }

    private static String listPassively(RawClient client) throws Exception {
        try (Socket data = RawClient.connected(client.passive())) {
            client.send("NLST\r\n");
            client.expect("125");
            String names = new String(data.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
            client.expect("226");
            return names;
        }
    }

    private static void assertPassiveIsDropped(RawClient client) {
        assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> RawClient.connected(client.passive(), RawClient.SILENCE_MILLIS));
    }

    private static RuleSet withoutFtp(RuleSet rules) {
        RuleSet result = rules;
        for (Rule rule : rules.rules()) {
            if (rule.traffic().equals(Traffic.tcp(21))) {
                result = result.without(rule.name());
            }
        }
        return result;
    }

    @ParameterizedTest
    @EnumSource
    void passiveIsDroppedAsDelivered(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            assertPassiveIsDropped(client);
        }
    }

    @ParameterizedTest
    @EnumSource
    void openingTheEphemeralPortsLetsPassiveThrough(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            client.store("a.txt", "content");

            device.firewall(device.firewall().with(PASSIVE_PORTS));

            assertThat(listPassively(client)).isEqualTo("a.txt\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void closingThemAgainDropsPassiveAndKeepsTheSession(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            device.firewall(device.firewall().with(PASSIVE_PORTS));
            listPassively(client);

            device.firewall(device.firewall().without(PASSIVE_PORTS.name()));

            assertPassiveIsDropped(client);
            assertThat(client.command("NOOP")).isEqualTo("200 Command okay.");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTransferGoesOnWhenItsPortIsClosed(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            device.firewall(device.firewall().with(PASSIVE_PORTS));
            try (Socket data = RawClient.connected(client.passive())) {
                client.send("STOR upload\r\n");
                client.expect("125");
                data.getOutputStream().write("first ".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

                device.firewall(device.firewall().without(PASSIVE_PORTS.name()));

                data.getOutputStream().write("second".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            client.expect("226");
            assertThat(device.ftpRoot().resolve("upload")).hasContent("first second");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOfferMadeBeforeTheChangeFollowsIt(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            var endpoint = client.passive();
            client.send("NLST\r\n");

            device.firewall(device.firewall().withEnabled(false));

            try (Socket data = RawClient.connected(endpoint)) {
                client.expect("125");
                assertThat(data.getInputStream().readAllBytes()).isEmpty();
            }
            client.expect("226");
        }
    }

    @ParameterizedTest
    @EnumSource
    void blockingPort21IsSilenceForNewClientsOnly(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            device.firewall(withoutFtp(device.firewall()));

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));
            assertThat(client.receive("NLST")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void openingPort21AgainBringsTheGreetingBack(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            RuleSet ready = device.firewall();
            device.firewall(withoutFtp(ready));
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));

            device.firewall(ready);

            RawClient.loggedIn(device).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void openingAndClosingManyTimesWearsNothingOut(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            RuleSet ready = device.firewall();
            device.firewall(withoutFtp(ready));
            device.firewall(ready);
            RawClient.greeted(device).close();
            List<String> before = Devices.descriptors();

            for (int i = 0; i < 20; i++) {
                device.firewall(withoutFtp(ready));
                device.firewall(ready);
            }

            // What kept the port silent is given up as clients come.
            assertThat(Devices.comesTrue(() -> {
                        RawClient.greetedAndGone(device);
                        return Devices.descriptorCount() <= before.size();
                    }))
                    .as("before: %s, after: %s", before, Devices.descriptors())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJournalTellsOfTheChange(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            device.firewall(device.firewall().with(PASSIVE_PORTS).withEnabled(false));

            FirewallChanged change =
                    device.journal().events(FirewallChanged.class).get(0);
            assertThat(change.on()).isFalse();
            assertThat(change.rules()).isEqualTo(device.firewall().rules().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJournalTellsWhichRuleDroppedTheDataConnection(EnforcementLevel level) throws Exception {
        try (Device device = started(level);
                RawClient client = RawClient.loggedIn(device)) {
            assertPassiveIsDropped(client);
            client.command("PORT 127,0,0,1,200,200"); // withdraws the offer
            int offered =
                    device.journal().events(DataConnectionOffered.class).get(0).port();

            assertThat(device.journal().await(DataConnectionDropped.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(dropped -> {
                        assertThat(dropped.port()).isEqualTo(offered);
                        assertThat(dropped.rule()).isEqualTo("BlockAllRule");
                        assertThat(dropped.because()).isEqualTo("no rule allows it, so rule BlockAllRule blocks it");
                        assertThat(dropped.attempts().isPresent()).isEqualTo(level != EnforcementLevel.BACKLOG);
                    });
        }
    }

    @ParameterizedTest
    @EnumSource(names = "SOCKET")
    void theJournalTellsOfDroppedControlConnections(EnforcementLevel level) throws Exception {
        try (Device device = started(level)) {
            device.firewall(withoutFtp(device.firewall()));
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> RawClient.tryToConnect(device));

            assertThat(device.journal().await(ConnectionDropped.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(dropped -> {
                        assertThat(dropped.port()).isEqualTo(21);
                        assertThat(dropped.hostPort()).isEqualTo(device.port());
                        assertThat(dropped.rule()).isEqualTo("BlockAllRule");
                    });
        }
    }
}
