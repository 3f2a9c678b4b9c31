package org.wec7emu.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wec7emu.device.Device;
import org.wec7emu.fault.Fault;
import org.wec7emu.firewall.enforce.EnforcementLevel;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.FaultStruck;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;
import org.wec7emu.journal.TransferMode;

/** What clients in use make of a device that fails. */
class FaultsWithClientsTests {
    /** curl's own: a timer has ended it. */
    private static final int TIMED_OUT = 28;

    @TempDir
    Path home;

    private static byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(604).nextBytes(bytes);
        return bytes;
    }

    private ClientRun curlUploads(byte[] content, Device device) throws Exception {
        Path local = Files.write(home.resolve("a.bin"), content);
        return ClientRun.of(
                RealClient.CURL, new Errand.Upload(local, "/a.bin"), TransferMode.ACTIVE, Target.of(device), home);
    }

    /** Lists, for no longer than two seconds. */
    private ClientRun curlLists(Device device) throws Exception {
        RealClient.CURL.assumeInstalled();
        String url = Target.of(device).url("/");
        return ClientRun.of(
                new Invocation(List.of("curl", "-sS", "--max-time", "2", "--ftp-port", "-", url), ""), home);
    }

    @Test
    void curl_tells_that_an_upload_broke_when_the_power_is_cut() throws Exception {
        byte[] content = content(300_000);
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            device.faults().start(new Fault.PowerCut(100_000));

            ClientRun run = curlUploads(content, device);

            assertThat(run.exitCode()).as(run.output()).isNotZero();
            assertThat(Files.readAllBytes(device.ftpRoot().resolve("a.bin")))
                    .isEqualTo(Arrays.copyOf(content, 100_000));
            assertThat(device.journal().events(FaultStruck.class)).hasSize(1);
        }
    }

    @Test
    void curl_tells_that_the_card_is_full() throws Exception {
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            device.faults().start(new Fault.CardFull(1000));

            ClientRun run = curlUploads(content(300_000), device);

            assertThat(run.exitCode()).as(run.output()).isNotZero();
            assertThat(device.ftpRoot().resolve("a.bin")).doesNotExist();
        }
    }

    @ParameterizedTest
    @EnumSource
    void curl_gives_up_by_its_timer_while_the_link_is_down(EnforcementLevel level) throws Exception {
        try (Device device = DeviceUnderTest.of(Image.V604H).enforcedBy(level).start()) {
            device.faults().start(new Fault.LinkDown());
            assertThat(curlLists(device).exitCode()).isEqualTo(TIMED_OUT);

            device.faults().endAll();
            assertThat(curlLists(device).exitCode()).isZero();
        }
    }

    @Test
    void curl_gives_up_by_its_timer_when_the_server_hangs() throws Exception {
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            device.faults().start(new Fault.NoAnswer());
            assertThat(curlLists(device).exitCode()).isEqualTo(TIMED_OUT);

            device.faults().endAll();
            assertThat(curlLists(device).exitCode()).isZero();
        }
    }

    @Test
    void curl_waits_for_a_data_connection_that_opens_late() throws Exception {
        Duration delay = Duration.ofMillis(500);
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            device.faults().start(new Fault.LateData(delay));

            ClientRun run = curlLists(device);

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(run.took()).isGreaterThan(delay);
        }
    }

    @Test
    void wget_tries_again_and_gets_the_whole_file_when_the_device_restarts_in_between() throws Exception {
        ClientProgram.WGET.assumeInstalled();
        byte[] content = content(300_000);
        Path local = home.resolve("log.bin");
        try (Device device = DeviceUnderTest.of(Image.V604H).start()) {
            Files.write(device.ftpRoot().resolve("log.bin"), content);
            device.faults().start(new Fault.Restart(100_000));
            String url = Target.of(device).url("/log.bin");

            ClientRun run = ClientRun.of(
                    Invocation.of("wget", "--no-passive-ftp", "--tries=5", "--timeout=10", "-O", local.toString(), url),
                    home);

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(local).hasBinaryContent(content);
            assertThat(device.journal().events(DeviceStarted.class)).hasSize(2);
            assertThat(device.journal().events(TransferCompleted.class)).isNotEmpty();
        }
    }
}
