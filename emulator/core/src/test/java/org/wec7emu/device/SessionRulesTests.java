package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.journal.DeviceEvent.LoginRefused;
import org.wec7emu.journal.DeviceEvent.ReplySent;

/** Limits and timers of sessions, as the profile has them. */
class SessionRulesTests {
    private static final int MOST = 10;

    @Test
    void tenSessionsAreGreetedAndTheEleventhIsTurnedAway() throws Exception {
        List<RawClient> guests = new ArrayList<>();
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            for (int i = 0; i < MOST; i++) {
                guests.add(RawClient.loggedIn(device));
            }
            try (RawClient eleventh = new RawClient(device)) {
                assertThat(eleventh.reply()).isEqualTo("421 Service not available, closing control connection.");
                assertThat(eleventh.isEnded()).isTrue();
            }
            assertThat(device.journal().await(ConnectionClosed.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(closed -> assertThat(closed.ending()).isEqualTo(Ending.REFUSED));
            assertThat(guests.get(MOST - 1).command("NOOP")).startsWith("200");
        } finally {
            for (RawClient guest : guests) {
                guest.close();
            }
        }
    }

    @Test
    void aPlaceThatIsGivenUpIsFreeAgain() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("max-sessions: 1"))) {
            RawClient first = RawClient.loggedIn(device);
            first.command("QUIT");
            assertThat(device.journal().await(ConnectionClosed.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(closed -> assertThat(closed.ending()).isEqualTo(Ending.QUIT));

            RawClient.loggedIn(device).close();
            first.close();
        }
    }

    @Test
    void theTextForTooManySessionsIsTheProfiles() throws Exception {
        String[] settings = {"max-sessions: 1", "replies: {not-available: 421 Too many users.}"};
        try (Device device = Devices.started(Devices.withFtp(settings));
                RawClient first = RawClient.greeted(device);
                RawClient second = new RawClient(device)) {
            assertThat(second.reply()).isEqualTo("421 Too many users.");
            assertThat(first.command("USER guest")).startsWith("331");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 s", "500 ms"})
    void aSilentSessionIsClosed(String limit) throws Exception {
        try (Device device = Devices.started(Devices.withFtp("idle-timeout: " + limit));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.isEnded()).isTrue();
            assertThat(device.journal().await(ConnectionClosed.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(closed -> assertThat(closed.ending()).isEqualTo(Ending.IDLE));
        }
    }

    @Test
    void aSessionThatTransfersIsNotSilent() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("idle-timeout: 1 s"));
                RawClient silent = RawClient.loggedIn(device);
                RawClient busy = RawClient.loggedIn(device);
                ServerSocket listener = busy.listen()) {
            busy.port(listener);
            busy.command("STOR long.bin");
            try (Socket data = RawClient.accepted(listener)) {
                data.getOutputStream().write(1);
                // As long as another session lives that began to be silent before the transfer did, and once more.
                assertThat(silent.isEnded()).isTrue();
                try (RawClient next = RawClient.loggedIn(device)) {
                    assertThat(next.isEnded()).isTrue();
                }
                data.getOutputStream().write(2);
            }
            busy.expect("226");
            assertThat(busy.command("NOOP")).isEqualTo("200 Command okay.");
        }
    }

    @Test
    void aRefusedLoginIsHeldBack() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("login-delay: 700 ms"));
                RawClient client = RawClient.greeted(device)) {
            client.command("USER webguest");
            long start = System.nanoTime();

            assertThat(client.command("PASS wrong")).isEqualTo("530 Not logged in.");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(690), Devices.LIMIT);
            LoginRefused refused = device.journal().events(LoginRefused.class).get(0);
            ReplySent reply = device.journal().events(ReplySent.class).stream()
                    .filter(sent -> sent.code() == 530)
                    .findFirst()
                    .orElseThrow();
            assertThat(Duration.between(refused.at(), reply.at())).isGreaterThanOrEqualTo(Duration.ofMillis(690));
        }
    }

    @Test
    void anAcceptedLoginIsNotHeldBack() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("login-delay: 1 h"))) {
            RawClient.loggedIn(device).close();
        }
    }

    @Test
    void aHeldBackLoginDoesNotHoldUpTheDevicesEnd() throws Exception {
        Device device = Devices.started(Devices.withFtp("login-delay: 1 h"));
        try (RawClient client = RawClient.greeted(device)) {
            client.command("USER webguest");
            client.send("PASS wrong\r\n");
            assertThat(device.journal().await(LoginRefused.class, event -> true, Devices.LIMIT))
                    .isPresent();

            device.close();

            assertThat(client.isEnded()).isTrue();
            assertThat(Devices.threads()).isEmpty();
        }
    }

    @Test
    void thePasswordIsNotInTheJournal() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.greeted(device)) {
            client.command("USER webguest");
            client.command("pass hunter2");

            assertThat(device.journal().events(CommandReceived.class))
                    .extracting(CommandReceived::argument)
                    .containsExactly("webguest", "****");
        }
    }

    @Test
    void anotherAddressThanTheClientsIsRefused() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("PORT 127,0,0,2,200,200")).startsWith("501 ");
            assertThat(client.command("EPRT |1|127.0.0.2|51400|")).startsWith("501 ");
        }
    }

    @Test
    void theSwitchForThirdPartiesAdmitsAnotherAddress() throws Exception {
        InetAddress third = InetAddress.getByName("127.0.0.2");
        try (Device device = Devices.started(Devices.withFtp("allow-third-party: true"));
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = RawClient.listen(third, 0)) {
            assertThat(client.port(listener)).isEqualTo("200 Command okay.");
            assertThat(client.command("LIST")).startsWith("150");
            RawClient.accepted(listener).close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 22, 1023})
    void aLowPortIsRefused(int port) throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.port(InetAddress.getLoopbackAddress(), port)).startsWith("501 ");
            assertThat(client.port(InetAddress.getLoopbackAddress(), 1024)).startsWith("200 ");
        }
    }

    @Test
    void theSwitchForLowPortsAdmitsThemButNeverPort0() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("allow-low-ports: true"));
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.port(InetAddress.getLoopbackAddress(), 1023)).isEqualTo("200 Command okay.");
            assertThat(client.port(InetAddress.getLoopbackAddress(), 1)).isEqualTo("200 Command okay.");
            assertThat(client.port(InetAddress.getLoopbackAddress(), 0)).startsWith("501 ");
        }
    }
}
