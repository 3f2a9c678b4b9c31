package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.fault.Fault;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.journal.DeviceEvent.ConnectionClosed;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.profile.FtpProfile;

/** A device that is put back to how it was started. */
class ResetTests {
    private Device device;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws IOException {
        device = Devices.started(Devices.image(Devices.V604H));
    }

    @AfterEach
    void stop() throws IOException {
        device.close();
    }

    @Test
    void hasNoFilesButTheImages() throws Exception {
        List<String> delivered = names();
        try (RawClient client = RawClient.loggedIn(device)) {
            client.store("mine.txt", "content");
        }
        Files.createDirectories(device.ftpRoot().resolve("sub/folder"));

        device.reset();

        assertThat(names()).isEqualTo(delivered).doesNotContain("mine.txt", "sub");
        try (RawClient client = RawClient.loggedIn(device)) {
            client.store("mine.txt", "anew");
            assertThat(client.receive("RETR mine.txt")).isEqualTo("anew");
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.walk(device.ftpRoot())) {
            return files.map(file -> device.ftpRoot().relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void hasTheRulesOfItsStart() throws Exception {
        RuleSet started = device.firewall();
        device.firewall(started.withEnabled(false));

        device.reset();

        assertThat(device.firewall()).isEqualTo(started);
        assertThat(device.firewallInForce().enabled()).isTrue();
    }

    @Test
    void hasTheFtpSettingsOfItsStartAtOnce() throws Exception {
        FtpProfile ftp = device.profile().ftp();
        device.configure(ftp.configured(ftp.serverActive(), ftp.access(), ftp.allowLowPorts(), "\\Hard Disk\\new"));
        device.restart();

        device.reset();

        assertThat(device.ftpRoot()).hasFileName("ftp");
    }

    @Test
    void keepsItsPortAndEndsItsSessions() throws Exception {
        int port = device.port();
        try (RawClient client = RawClient.loggedIn(device)) {
            device.reset();

            assertThat(device.journal().events(ConnectionClosed.class)).hasSize(1);
        }
        assertThat(device.port()).isEqualTo(port);
        assertThat(device.journal().events(DeviceStopped.class))
                .extracting(DeviceStopped::stop)
                .containsExactly(Stop.RESET);
    }

    @Test
    void hasNoFaultAnyMore() throws Exception {
        device.faults().start(new Fault.NoAnswer());

        device.reset();

        assertThat(device.faults().active()).isEmpty();
        RawClient.loggedIn(device).close();
    }

    @Test
    void leavesAloneTheDirectoryThatStandsForItsRoot() throws Exception {
        Files.writeString(folder.resolve("users.txt"), "theirs");
        try (Device other = Device.builder(Devices.image(Devices.V604H))
                .portOffset(PortOffset.ANY_FREE)
                .root(folder)
                .start()) {
            other.reset();

            assertThat(folder.resolve("users.txt")).hasContent("theirs");
        }
    }
}
