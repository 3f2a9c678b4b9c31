package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.FaultStarted;

/** The network cable is out, and in again: silence at every level of enforcement, and no RST. */
class LinkDownFaultTests {
    @ParameterizedTest
    @EnumSource
    void nobodyCanConnectUntilItIsUpAgain(EnforcementLevel level) throws Exception {
        try (Device device =
                Devices.builder(Devices.image(Devices.V604H), level).start()) {
            RawClient.greetedAndGone(device);
            device.faults().start(new Fault.LinkDown());
            assertThatThrownBy(() -> RawClient.tryToConnect(device)).isInstanceOf(SocketTimeoutException.class);

            device.faults().end(FaultKind.LINK_DOWN);

            RawClient.loggedIn(device).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOpenSessionHearsNothingAndGoesOnAfterwards(EnforcementLevel level) throws Exception {
        try (Device device =
                        Devices.builder(Devices.image(Devices.V604H), level).start();
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.LinkDown());
            client.send("MKD made\r\n");
            assertThat(client.isSilent()).isTrue();
            assertThat(device.journal().events(CommandReceived.class))
                    .noneMatch(event -> event.verb().equals("MKD"));

            device.faults().end(FaultKind.LINK_DOWN);

            assertThat(client.reply()).startsWith("257 ");
            assertThat(client.receive("NLST")).isEqualTo("made\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDownloadStandsStillAndGoesOnAfterwards(EnforcementLevel level) throws Exception {
        byte[] content = Uploads.content(40_000_000);
        try (Device device =
                        Devices.builder(Devices.image(Devices.V604H), level).start();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            Files.write(device.ftpRoot().resolve("a.bin"), content);
            client.port(listener);
            client.command("RETR a.bin");
            try (Socket data = RawClient.accepted(listener)) {
                byte[] first = data.getInputStream().readNBytes(1_000_000);
                device.faults().start(new Fault.LinkDown());
                int underWay = drained(data);
                assertThat(underWay).isLessThan(content.length - first.length);

                device.faults().end(FaultKind.LINK_DOWN);

                assertThat(data.getInputStream().readAllBytes()).hasSize(content.length - first.length - underWay);
                client.expect("226");
            }
        }
    }

    /** Reads what was under way, until nothing comes any more; how many bytes. */
    private static int drained(Socket data) throws Exception {
        byte[] buffer = new byte[1 << 20];
        int all = 0;
        data.setSoTimeout(RawClient.SILENCE_MILLIS);
        try {
            while (true) {
                all += data.getInputStream().read(buffer);
            }
        } catch (SocketTimeoutException e) {
            return all;
        } finally {
            data.setSoTimeout((int) Devices.LIMIT.toMillis());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPassivePortIsSilentTooEvenIfTheFirewallIsOff(EnforcementLevel level) throws Exception {
        try (Device device =
                        Devices.builder(Devices.image(Devices.BASELINE), level).start();
                RawClient client = RawClient.loggedIn(device)) {
            java.net.InetSocketAddress endpoint = client.passive();
            device.faults().start(new Fault.LinkDown());
            assertThatThrownBy(() -> RawClient.connected(endpoint, RawClient.SILENCE_MILLIS))
                    .isInstanceOf(SocketTimeoutException.class);

            device.faults().endAll();

            client.send("LIST\r\n");
            RawClient.connected(endpoint).close();
            client.expect("125");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rulesThatAreEnteredMeanwhileHoldAfterwards(EnforcementLevel level) throws Exception {
        try (Device device =
                Devices.builder(Devices.image(Devices.V604H), level).start()) {
            device.faults().start(new Fault.LinkDown());
            device.firewall(device.firewall().withEnabled(false));
            assertThatThrownBy(() -> RawClient.tryToConnect(device)).isInstanceOf(SocketTimeoutException.class);

            device.faults().endAll();

            try (RawClient client = RawClient.loggedIn(device)) {
                RawClient.connected(client.passive()).close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLinkStaysDownOverARestart(EnforcementLevel level) throws Exception {
        try (Device device =
                Devices.builder(Devices.image(Devices.V604H), level).start()) {
            device.faults().start(new Fault.LinkDown());
            device.restart();
            assertThatThrownBy(() -> RawClient.tryToConnect(device)).isInstanceOf(SocketTimeoutException.class);

            device.faults().endAll();

            RawClient.loggedIn(device).close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDevicesOwnConnectWaitsForTheLink(EnforcementLevel level) throws Exception {
        try (Device device =
                        Devices.builder(Devices.image(Devices.V604H), level).start();
                RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            device.faults().start(new Fault.LateData(java.time.Duration.ofMinutes(10)));
            client.command("LIST");
            device.faults().start(new Fault.LinkDown());
            device.faults().end(FaultKind.LATE_DATA);
            listener.setSoTimeout(RawClient.SILENCE_MILLIS);
            assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);

            device.faults().endAll();

            listener.setSoTimeout((int) Devices.LIMIT.toMillis());
            RawClient.accepted(listener).close();
            client.expect("226");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDeviceCanBeClosedMeanwhile(EnforcementLevel level) throws Exception {
        Device device = Devices.builder(Devices.image(Devices.V604H), level).start();
        try (RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.LinkDown());

            device.close();

            assertThat(client.isEnded()).isTrue();
        }
        device.close();
    }

    @Test
    void theJournalSaysWhatThisHostStillDoes() throws Exception {
        try (Device device = Devices.builder(Devices.image(Devices.V604H), EnforcementLevel.BACKLOG)
                .start()) {
            device.faults().start(new Fault.LinkDown());

            assertThat(device.journal().events(FaultStarted.class))
                    .singleElement()
                    .satisfies(started -> assertThat(started.limits())
                            .startsWith("this host still acknowledges what clients send on open connections"));
        }
    }
}
