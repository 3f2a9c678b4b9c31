package org.wec7emu.testcontainers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.commons.net.ftp.FTPClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.wec7emu.journal.DeviceEvent.ConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DataConnectionDropped;
import org.wec7emu.journal.DeviceEvent.DataConnectionOpened;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.TransferMode;
import org.wec7emu.testcontainers.Wec7DeviceContainer.Firewall;

/** A device in a container, as a test with Testcontainers has it. */
class Wec7DeviceContainerTests {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration DATA_TIMER = Duration.ofSeconds(1);
    private static final String BASELINE = "CX8100_WEC7_LF_pre-v604h";

    private static FTPClient loggedIn(Wec7DeviceContainer device) throws IOException {
        FTPClient client = new FTPClient();
        client.setDefaultTimeout((int) LIMIT.toMillis());
        client.connect(device.getFtpHost(), device.getFtpPort());
        client.setSoTimeout((int) LIMIT.toMillis());
        assertThat(client.login(device.getUsername(), device.getPassword())).isTrue();
        return client;
    }

    private static boolean upload(FTPClient client, String name) throws IOException {
        return client.storeFile(name, new ByteArrayInputStream("recipe".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void activeModeWorksFromTheHost() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name())) {
            device.start();
            FTPClient client = loggedIn(device);
            client.enterLocalActiveMode();

            assertThat(upload(client, "recipe.txt")).isTrue();
            client.disconnect();

            assertThat(device.journal(TransferCompleted.class))
                    .singleElement()
                    .extracting(TransferCompleted::path, TransferCompleted::bytes)
                    .containsExactly("/recipe.txt", 6L);
            assertThat(device.journal(DataConnectionOpened.class))
                    .extracting(DataConnectionOpened::mode, DataConnectionOpened::devicePort)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(TransferMode.ACTIVE, 20));
        }
    }

    @Test
    void passiveModeIsDroppedByTheKernelAndEndsInTheClientsTimer() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name())) {
            device.start();
            FTPClient client = loggedIn(device);
            client.enterLocalPassiveMode();
            client.setConnectTimeout((int) DATA_TIMER.toMillis());

            long start = System.nanoTime();
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> upload(client, "recipe.txt"));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(DATA_TIMER);
            client.disconnect();

            assertThat(device.awaitEvent(DataConnectionDropped.class, dropped -> true, LIMIT))
                    .get()
                    .extracting(DataConnectionDropped::rule)
                    .isEqualTo("BlockAllRule");
            assertThat(device.firewall()).isEqualTo(new Firewall(true, "nftables"));
        }
    }

    @Test
    void anotherContainerOfTheNetworkWorksActivelyAndWaitsPassively() throws Exception {
        try (Network network = Network.newNetwork();
                Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name())
                        .withNetwork(network)
                        .withNetworkAliases("plc");
                GenericContainer<?> client = new GenericContainer<>(EmulatorImage.client()).withNetwork(network)) {
            device.start();
            client.start();

            ExecResult active = client.execInContainer(
                    "curl", "-sS", "--ftp-port", "-", "-T", "/etc/hostname", "ftp://webguest:1@plc/");
            ExecResult passive = client.execInContainer("curl", "-sS", "-m", "2", "ftp://webguest:1@plc/");

            assertThat(active.getExitCode()).as(active.getStderr()).isZero();
            assertThat(passive.getExitCode()).as(passive.getStderr()).isEqualTo(28);
            assertThat(device.journal(TransferCompleted.class)).hasSize(1);
            assertThat(device.awaitEvent(DataConnectionDropped.class, dropped -> true, LIMIT))
                    .isPresent();
        }
    }

    @Test
    void anImageWhoseFirewallIsOffLetsPassiveModeIn() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name()).withProfile(BASELINE)) {
            device.start();
            FTPClient client = loggedIn(device);
            client.enterLocalPassiveMode();

            assertThat(upload(client, "recipe.txt")).isTrue();
            client.disconnect();

            assertThat(device.firewall().enabled()).isFalse();
        }
    }

    @Test
    void aRuleOpensThePassivePorts() throws Exception {
        try (Wec7DeviceContainer device =
                new Wec7DeviceContainer(EmulatorImage.name()).withAllow("tcp/49152-65535", "icmp")) {
            device.start();
            FTPClient client = loggedIn(device);
            client.enterLocalPassiveMode();

            assertThat(upload(client, "recipe.txt")).isTrue();
            client.disconnect();
        }
    }

    @Test
    void theFirewallIsSwitchedAndRulesAreEnteredWhileTheDeviceRuns() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name())) {
            device.start();
            FTPClient client = loggedIn(device);
            client.enterLocalPassiveMode();
            client.setConnectTimeout((int) LIMIT.toMillis());

            device.switchFirewall(false);
            assertThat(device.firewall()).isEqualTo(new Firewall(false, "nftables"));
            assertThat(upload(client, "one.txt")).isTrue();

            device.switchFirewall(true);
            device.allow("tcp/49152-65535");
            assertThat(upload(client, "two.txt")).isTrue();

            device.block("tcp/49152-65535");
            client.setConnectTimeout((int) DATA_TIMER.toMillis());
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> upload(client, "three.txt"));
            client.disconnect();
        }
    }

    @Test
    void theDeviceIsRestartedAndItsPowerIsCut() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name())) {
            device.start();

            device.restartDevice();
            loggedIn(device).disconnect();
            device.cutPower();
            loggedIn(device).disconnect();

            assertThat(device.journal(DeviceStopped.class))
                    .extracting(DeviceStopped::stop)
                    .containsExactly(Stop.RESTART, Stop.POWER_CUT);
        }
    }

    @Test
    void aRuleThatCantBeIsRefusedWithItsReason() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name())) {
            device.start();

            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> device.allow("ftp"))
                    .withMessageContaining("it takes a protocol and ports");
        }
    }

    @Test
    void aDeviceAsDeliveredIsStartedThoughNobodyCanLogIn() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name()).withState("factory")) {
            device.start();

            assertThat(device.journal(DeviceStarted.class))
                    .extracting(DeviceStarted::state, DeviceStarted::ftpOn)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("factory", false));
        }
    }

    @Test
    void theJournalBeginsWithoutTheLoginThatWasWaitedFor() throws Exception {
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name())) {
            device.start();

            assertThat(device.journal(ConnectionOpened.class)).isEmpty();
            assertThat(device.journal(DeviceStarted.class)).hasSize(1);
            loggedIn(device).disconnect();
            assertThat(device.journal(ConnectionOpened.class)).hasSize(1);
        }
    }

    @Test
    void aProfileOfYourOwnSaysWhoLogsIn(@TempDir Path folder) throws Exception {
        Path profile = Files.writeString(folder.resolve("bench.yaml"), """
                extends: CX8100_WEC7_LF_v604h_TC31_B4022.20
                evidence: {grade: unknown, note: of a test}
                image: {name: BENCH, synthetic: true, description: a bench}
                ftp:
                  accounts: [{user: kim, password: "it's"}]
                """);
        try (Wec7DeviceContainer device = new Wec7DeviceContainer(EmulatorImage.name()).withProfile(profile)) {
            device.start();

            assertThat(device.getUsername()).isEqualTo("kim");
            assertThat(device.getPassword()).isEqualTo("it's");
            assertThat(device.getFtpUrl()).isEqualTo("ftp://kim:it's@" + device.getFtpHost() + ":21/");
        }
    }

    @Test
    void anotherImageIsRefusedUnlessItIsDeclaredASubstitute() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> new Wec7DeviceContainer("vsftpd:latest"))
                .withMessageContaining("wec7emu");
    }
}
