package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.journal.DeviceEvent.DataConnectionRefused;
import org.wec7emu.journal.DeviceEvent.DataConnectionTimedOut;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DialBlocked;
import org.wec7emu.journal.DeviceEvent.DialDropped;
import org.wec7emu.path.NetworkPath;
import org.wec7emu.profile.DeviceProfile;

/** What a NAT or a firewall on the client's side does to the connection that the device opens. */
class NetworkPathTests {
    private static final Duration DIAL_TIMER = Duration.ofSeconds(1);

    private static DeviceBuilder quick(NetworkPath path) {
        return Device.builder(Devices.withFtp("dial-wait: 1 s"))
                .portOffset(PortOffset.ANY_FREE)
                .path(path);
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_NAT", "CLIENT_FIREWALL"})
    void theDevicesDialNeverReachesTheClient(NetworkPath path) throws Exception {
        try (Device device = quick(path).start();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("LIST");
            client.expect("425");

            listener.setSoTimeout(RawClient.SILENCE_MILLIS);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(listener::accept);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_NAT", "CLIENT_FIREWALL"})
    void theDeviceSaysThatItDialsAndGivesUpAfterItsTimer(NetworkPath path) throws Exception {
        try (Device device = quick(path).start();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            assertThat(client.port(listener)).isEqualTo("200 Command okay.");
            long start = System.nanoTime();
            assertThat(client.command("LIST")).isEqualTo("150 File status okay; about to open data connection.");
            assertThat(client.reply()).isEqualTo("425 Can't open data connection.");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DIAL_TIMER);
            assertThat(device.journal().events(DataConnectionTimedOut.class)).hasSize(1);
            assertThat(client.command("NOOP")).startsWith("200");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CLIENT_NAT", "CLIENT_FIREWALL"})
    void theJournalTellsWhatWasDroppedWhereAndWhy(NetworkPath path) throws Exception {
        try (Device device = quick(path).start();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("LIST");

            DialDropped dropped = device.journal()
                    .await(DialDropped.class, event -> true, Devices.LIMIT)
                    .orElseThrow();
            assertThat(dropped.address()).isEqualTo("127.0.0.1");
            assertThat(dropped.port()).isEqualTo(listener.getLocalPort());
            assertThat(dropped.path()).isEqualTo(path.label());
            assertThat(dropped.because()).isEqualTo(path.whyDialsGetLost()).startsWith("the client is behind a ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void controlConnectionsAndPassiveOnesPass(NetworkPath path) throws Exception {
        try (Device device = Device.builder(Devices.image(Devices.BASELINE))
                        .portOffset(PortOffset.ANY_FREE)
                        .path(path)
                        .start();
                RawClient client = RawClient.loggedIn(device);
                Socket data = RawClient.connected(client.passive())) {
            assertThat(client.command("LIST")).startsWith("125");
            assertThat(data.getInputStream().readAllBytes()).isEmpty();
            client.expect("226");
            assertThat(device.journal().events(DialDropped.class)).isEmpty();
        }
    }

    @Test
    void aDirectPathLosesNothing() throws Exception {
        try (Device device = quick(NetworkPath.DIRECT).start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.receive("NLST")).isEmpty();
            assertThat(device.journal().events(DialDropped.class)).isEmpty();
        }
    }

    @Test
    void behindANatAPrivateAddressIsDialledIntoTheVoid() throws Exception {
        try (Device device = quick(NetworkPath.CLIENT_NAT).start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("PORT 192,168,1,10,16,147")).isEqualTo("200 Command okay.");
            assertThat(client.command("LIST")).startsWith("150");
            client.expect("425");

            assertThat(device.journal().events(DialDropped.class))
                    .extracting(DialDropped::address, DialDropped::port)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("192.168.1.10", 4243));
        }
    }

    @Test
    void behindAFirewallAThirdPartysAddressIsRefusedAsEver() throws Exception {
        try (Device device = quick(NetworkPath.CLIENT_FIREWALL).start();
                RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.command("PORT 192,168,1,10,16,147")).startsWith("501 ");
        }
    }

    @Test
    void nothingIsSentToAPortThatWouldRefuse() throws Exception {
        try (Device device = quick(NetworkPath.CLIENT_FIREWALL).start();
                RawClient client = RawClient.loggedIn(device)) {
            int closed;
            try (ServerSocket gone = client.listen()) {
                client.port(gone);
                closed = gone.getLocalPort();
            }
            client.command("LIST");
            client.expect("425");

            assertThat(device.journal().events(DataConnectionRefused.class)).isEmpty();
            assertThat(device.journal().events(DialDropped.class))
                    .extracting(DialDropped::port)
                    .containsExactly(closed);
        }
    }

    @Test
    void aDeviceWhoseOwnFirewallDropsTheDialLosesNothingOnTheClientsSide() throws Exception {
        DeviceProfile image = Devices.withFtp("dial-wait: 1 s");
        RuleSet rules = image.inState("ftp-ready").firewall();
        RuleSet nothingOut = rules.with(Rule.outbound("out", Action.BLOCK, new Traffic.Any()));
        try (Device device = quick(NetworkPath.CLIENT_NAT).firewall(nothingOut).start();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("LIST");
            client.expect("425");
            assertThat(device.journal().events(DialDropped.class)).isEmpty();
            assertThat(device.journal().events(DialBlocked.class))
                    .extracting(DialBlocked::address, DialBlocked::port, DialBlocked::rule)
                    .containsExactly(tuple(client.localHost(), listener.getLocalPort(), "out"));
        }
    }

    @Test
    void theJournalBeginsWithThePath() throws Exception {
        try (Device device = quick(NetworkPath.CLIENT_NAT).start()) {
            assertThat(device.path()).isEqualTo(NetworkPath.CLIENT_NAT);
            assertThat(device.journal().events(DeviceStarted.class))
                    .extracting(DeviceStarted::path)
                    .containsExactly("client-nat");
        }
    }

    @Test
    void aWaitForAnAnswerThatIsLostEndsWithTheDevice() throws Exception {
        Device device = Device.builder(Devices.withFtp("dial-wait: 1 h"))
                .portOffset(PortOffset.ANY_FREE)
                .path(NetworkPath.CLIENT_FIREWALL)
                .start();
        try (RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("LIST");
            assertThat(device.journal().await(DialDropped.class, event -> true, Devices.LIMIT))
                    .isPresent();

            device.close();

            assertThat(client.isEnded()).isTrue();
            assertThat(Devices.threads()).isEmpty();
        }
    }
}
