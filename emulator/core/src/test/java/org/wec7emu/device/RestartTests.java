package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Ending;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.journal.DeviceEvent.TransferFailed;
import org.wec7emu.journal.Journal;
import org.wec7emu.profile.DeviceProfile;
import org.wec7emu.profile.FtpProfile;

/** Restart and power cut. */
class RestartTests {
    private Device device;

    private interface Step {
        void take() throws IOException;
    }

    private static void unchecked(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeEach
    void start() throws IOException {
        device = Devices.started(Devices.image(Devices.V604H));
    }

    @AfterEach
    void stop() throws IOException {
        device.close();
    }

    @Test
    void anotherDirectoryOfTheFtpServerIsShownFromTheNextRestartOn() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            Path before = device.ftpRoot();
            FtpProfile ftp = device.profile().ftp();
            device.configure(ftp.configured(ftp.serverActive(), ftp.access(), ftp.allowLowPorts(), "\\Hard Disk\\new"));
            assertThat(device.ftpRoot()).isEqualTo(before);

            device.restart();

            try (RawClient client = RawClient.loggedIn(device)) {
                client.store("a.txt", "x");
            }
            assertThat(device.ftpRoot().resolve("a.txt")).hasContent("x");
            assertThat(device.ftpRoot()).hasFileName("new").isNotEqualTo(before);
            assertThat(before).isEmptyDirectory();
        }
    }

    /** As by a process that is just being started, which has this one's sockets for a moment. */
    @Test
    void comesBackWhenItsPortIsHeldAMomentLonger() throws Exception {
        ServerSocket holder = new ServerSocket();
        try (holder;
                Journal.Subscription holding = device.journal().listen(event -> {
                    if (event instanceof DeviceStopped) {
                        unchecked(() -> holder.bind(new InetSocketAddress(device.host(), device.port())));
                        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)
                                .execute(() -> unchecked(holder::close));
                    }
                })) {
            device.restart();

            assertThat(holder.isBound()).isTrue();
            RawClient.loggedIn(device).close();
        }
    }

    @Test
    void keepsFilesOnTheCard() throws Exception {
        try (RawClient client = RawClient.loggedIn(device)) {
            client.store("kept.txt", "content");
        }

        device.restart();

        try (RawClient client = RawClient.loggedIn(device)) {
            assertThat(client.receive("RETR kept.txt")).isEqualTo("content");
        }
    }

    @Test
    void endsSessions() throws Exception {
        try (RawClient client = RawClient.loggedIn(device)) {
            device.restart();

            assertThat(client.isEnded()).isTrue();
            assertThat(device.journal().await(ConnectionClosed.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(closed -> assertThat(closed.ending()).isEqualTo(Ending.BY_DEVICE));
        }
    }

    @Test
    void theJournalHasTheEndOfEverySessionBeforeThatOfTheDevice() throws Exception {
        try (RawClient first = RawClient.loggedIn(device);
                RawClient second = RawClient.loggedIn(device)) {
            device.restart();

            assertThat(device.journal().events())
                    .filteredOn(event -> event instanceof ConnectionClosed || event instanceof DeviceStopped)
                    .hasSize(3)
                    .last()
                    .isInstanceOf(DeviceStopped.class);
            assertThat(first.isEnded() && second.isEnded()).isTrue();
        }
    }

    @Test
    void endsASessionWhoseClientReadsNothing() throws Exception {
        try (RawClient deaf = RawClient.loggedIn(device)) {
            deaf.send("HELP\r\n".repeat(20_000));

            device.restart();

            assertThat(device.journal().events(ConnectionClosed.class)).hasSize(1);
        }
    }

    @Test
    void answersOnTheSamePortAfterwards() throws Exception {
        int port = device.port();

        device.restart();

        assertThat(device.port()).isEqualTo(port);
        RawClient.greeted(device).close();
    }

    @Test
    void sessionsAreCountedOn() throws Exception {
        RawClient.greeted(device).close();
        device.restart();
        RawClient.greeted(device).close();

        assertThat(device.journal().events(ConnectionOpened.class))
                .extracting(ConnectionOpened::session)
                .containsExactly(1L, 2L);
    }

    @Test
    void ftpSettingsTakeEffectAtTheRestartAndNotBefore() throws Exception {
        DeviceProfile politer = Devices.withFtp("replies: {ready: 220 Welcome.}");
        device.configure(politer.inState("ftp-ready").ftp());
        try (RawClient client = new RawClient(device)) {
            assertThat(client.reply()).isEqualTo("220 Service ready for new user.");
        }

        device.restart();

        try (RawClient client = new RawClient(device)) {
            assertThat(client.reply()).isEqualTo("220 Welcome.");
        }
    }

    @Test
    void accountsTakeEffectAtTheRestartAndNotBefore() throws Exception {
        DeviceProfile other = Devices.withFtp("accounts: [{user: Administrator, password: \"1\"}]");
        device.configure(other.inState("ftp-ready").ftp());
        assertThat(device.user()).isEqualTo("webguest");

        device.restart();

        assertThat(device.user()).isEqualTo("Administrator");
        RawClient.loggedIn(device).close();
    }

    @Test
    void anFtpServerSwitchedOffIsGoneAfterTheRestart() throws Exception {
        device.firewall(device.firewall().withEnabled(false));
        device.configure(device.profile().ftp().enabled(false));
        RawClient.greeted(device).close();

        device.restart();

        org.assertj.core.api.Assertions.assertThatExceptionOfType(java.net.ConnectException.class)
                .isThrownBy(() -> RawClient.tryToConnect(device));
    }

    @Test
    void theFirewallsRulesSurvive() throws Exception {
        device.firewall(device.firewall().withEnabled(false));

        device.restart();

        assertThat(device.firewall().enabled()).isFalse();
        try (RawClient client = RawClient.loggedIn(device)) {
            RawClient.connected(client.passive()).close();
        }
    }

    @Test
    void theJournalTellsBothHalves() throws Exception {
        device.restart();
        device.powerCut();

        assertThat(device.journal().events(DeviceStarted.class)).hasSize(3);
        assertThat(device.journal().events(DeviceStopped.class))
                .extracting(DeviceStopped::stop)
                .containsExactly(Stop.RESTART, Stop.POWER_CUT);
    }

    @Test
    void canBeDoneOften() throws Exception {
        device.restart();
        int before = Devices.descriptorCount();
        for (int i = 0; i < 10; i++) {
            device.restart();
            RawClient.loggedIn(device).close();
        }

        assertThat(Devices.comesTrue(() -> Devices.descriptorCount() <= before)).isTrue();
    }

    @Test
    void aPowerCutLeavesAHalfWrittenUploadHalfWritten() throws Exception {
        try (RawClient client = RawClient.loggedIn(device);
                ServerSocket listener = client.listen()) {
            client.port(listener);
            client.command("STOR half.bin");
            try (Socket data = RawClient.accepted(listener)) {
                data.getOutputStream().write("half".getBytes(StandardCharsets.US_ASCII));
                assertThat(Devices.comesTrue(() ->
                                device.ftpRoot().resolve("half.bin").toFile().length() == 4))
                        .isTrue();

                device.powerCut();

                assertThat(client.isEnded()).isTrue();
            }
        }
        assertThat(device.journal().await(TransferFailed.class, event -> true, Devices.LIMIT))
                .hasValueSatisfying(failed -> assertThat(failed.bytes()).isEqualTo(4));
        assertThat(Files.readString(device.ftpRoot().resolve("half.bin"))).isEqualTo("half");
        RawClient.loggedIn(device).close();
    }

    @Test
    void aRestartEndsAWaitForADataConnection() throws Exception {
        try (RawClient client = RawClient.loggedIn(device)) {
            client.passive();
            client.send("LIST\r\n");
            assertThat(device.journal()
                            .await(
                                    org.wec7emu.journal.DeviceEvent.CommandReceived.class,
                                    event -> event.verb().equals("LIST"),
                                    Devices.LIMIT))
                    .isPresent();

            device.restart();

            assertThat(client.isEnded()).isTrue();
        }
        RawClient.loggedIn(device).close();
    }
}
