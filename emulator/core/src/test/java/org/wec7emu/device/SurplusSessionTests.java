package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.Ending;

/** Clients that come when all sessions are taken. */
class SurplusSessionTests {
    private static final String BUSY = "421 Service not available, closing control connection.";

    @ParameterizedTest
    @EnumSource
    void tenAreServedAndTheEleventhIsNotUntilOneLeaves(EnforcementLevel level) throws Exception {
        List<RawClient> guests = new ArrayList<>();
        try (Device device = OpenedDevices.started(level)) {
            for (int i = 0; i < 10; i++) {
                guests.add(RawClient.loggedIn(device));
            }
            for (int i = 0; i < 3; i++) {
                try (RawClient surplus = new RawClient(device)) {
                    assertThat(surplus.wholeReply()).isEqualTo(BUSY);
                    assertThat(surplus.isEnded()).isTrue();
                }
            }
            assertThat(guests.get(0).receive("LIST")).isEmpty();
            guests.remove(0).command("QUIT");
            assertThat(device.journal()
                            .await(ConnectionClosed.class, event -> event.ending() == Ending.QUIT, Devices.LIMIT))
                    .isPresent();

            guests.add(RawClient.loggedIn(device));
        } finally {
            for (RawClient guest : guests) {
                guest.close();
            }
        }
    }

    private static RawClient arrived(Device device, int session) throws Exception {
        RawClient client = new RawClient(device);
        assertThat(device.journal().await(ConnectionOpened.class, event -> event.session() == session, Devices.LIMIT))
                .isPresent();
        return client;
    }

    @Test
    void whereTheyWaitTheyAreGreetedInTheirOrder() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("max-sessions: 1", "surplus-session: waits"));
                RawClient first = RawClient.loggedIn(device);
                RawClient second = arrived(device, 2);
                RawClient third = arrived(device, 3)) {
            assertThat(second.isSilent()).isTrue();
            first.command("QUIT");
            second.expect("220");
            assertThat(third.isSilent()).isTrue();
            second.command("QUIT");

            third.expect("220");
        }
    }

    @Test
    void whatAWaitingClientSaysIsAnsweredAfterItsGreeting() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("max-sessions: 1", "surplus-session: waits"));
                RawClient first = RawClient.loggedIn(device);
                RawClient second = arrived(device, 2)) {
            second.send("USER webguest\r\nPASS 1\r\n");
            first.command("QUIT");

            second.expect("220");
            second.expect("331");
            second.expect("230");
        }
    }

    @Test
    void aWaitingClientThatLeavesTakesNobodysPlace() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("max-sessions: 1", "surplus-session: waits"));
                RawClient first = RawClient.loggedIn(device)) {
            arrived(device, 2).reset();
            assertThat(device.journal().await(ConnectionClosed.class, event -> event.session() == 2, Devices.LIMIT))
                    .isPresent();
            try (RawClient third = arrived(device, 3)) {
                first.command("QUIT");

                third.expect("220");
            }
        }
    }

    @Test
    void theirWaitHasAnEnd() throws Exception {
        try (Device device = Devices.started(
                        Devices.withFtp("max-sessions: 1", "surplus-session: waits", "idle-timeout: 1 s"));
                RawClient first = RawClient.loggedIn(device);
                RawClient second = arrived(device, 2)) {
            assertThat(second.isEnded()).isTrue();
            assertThat(first.isEnded()).isTrue();
        }
    }

    @Test
    void aWaitDoesNotHoldUpTheDevicesEnd() throws Exception {
        Device device =
                Devices.started(Devices.withFtp("max-sessions: 1", "surplus-session: waits", "idle-timeout: 0 s"));
        try (RawClient first = RawClient.loggedIn(device);
                RawClient second = arrived(device, 2)) {
            long start = System.nanoTime();
            device.close();

            assertThat(first.isEnded()).isTrue();
            assertThat(second.isEnded()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Devices.LIMIT);
            assertThat(Devices.threads()).isEmpty();
        }
    }
}
