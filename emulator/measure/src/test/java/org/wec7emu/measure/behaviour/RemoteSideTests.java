package org.wec7emu.measure.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wec7emu.measure.behaviour.Images.MEASUREMENT;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wec7emu.device.Device;
import org.wec7emu.device.PortOffset;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.ConnectionDropped;
import org.wec7emu.measure.behaviour.MeasuredDifferences.Unasked;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.measure.behaviour.Side.Remote;
import org.wec7emu.measure.probe.OtherServer;
import org.wec7emu.measure.probe.ProbedDevice;

/** A server somewhere beside an image: a device that runs, and vsftpd. */
@Timeout(value = 3, unit = TimeUnit.MINUTES) // many devices are started and asked
class RemoteSideTests {
    private static final List<String> WRITING =
            List.of("STOR", "DELE", "RNFR", "RNTO", "MKD", "XMKD", "RMD", "XRMD", "APPE", "STOU", "MFMT");

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private static Device device(String image) throws Exception {
        return Device.builder(Images.of(image).delivered())
                .portOffset(PortOffset.ANY_FREE)
                .start();
    }

    private static Remote side(Device device, Optional<String> writeTo) {
        return new Remote(
                "a device",
                new InetSocketAddress(device.host(), device.port()),
                device.user(),
                device.password(),
                writeTo);
    }

    @Test
    void a_device_does_not_differ_from_its_image() throws Exception {
        Emulated image = Images.of(Images.BASELINE);
        try (Device device = device(Images.BASELINE)) {
            MeasuredDifferences measured = MEASUREMENT.between(image, side(device, Optional.of("/")));

            assertThat(measured.differences()).isEmpty();
            assertThat(measured.asked()).isGreaterThan(125);
            assertThat(device.ftpRoot()).isEmptyDirectory();
        }
    }

    @Test
    void a_device_behind_its_firewall_differs_from_one_without_in_passive_FTP_alone() throws Exception {
        Emulated image = Images.of(Images.BASELINE);
        try (Device device = device(Images.V604H)) {
            MeasuredDifferences measured = MEASUREMENT.between(image, side(device, Optional.empty()));

            assertThat(measured.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.label()).isEqualTo("passive FTP");
                assertThat(difference.first().text()).isEqualTo("works");
                assertThat(difference.second().text()).isEqualTo("blocked: the passive port is silent");
                assertThat(difference.second().restsOn()).isEmpty();
            });
        }
    }

    @Test
    void the_ports_of_a_server_at_port_21_are_scanned() throws Exception {
        Emulated image = Images.of(Images.BASELINE);
        try (Device device = ProbedDevice.start(Images.of(Images.V604H).delivered())) {
            assumeTrue(ProbedDevice.isWhole(device), "needs the enforcement level nftables");
            MeasuredDifferences measured = MEASUREMENT.between(image, side(device, Optional.empty()));

            assertThat(measured.differences())
                    .filteredOn(difference -> difference.topic() == Topic.SCAN)
                    .extracting(
                            MeasuredDifference::label,
                            difference -> difference.first().text(),
                            difference -> difference.second().text())
                    .containsExactly(
                            tuple("TCP 80 (http), TCP 139 (netbios), TCP 445 (smb)", "open", "silent (filtered)"));
            for (int port : new int[] {80, 445}) {
                assertThat(device.journal().await(ConnectionDropped.class, dropped -> dropped.port() == port, LIMIT))
                        .isPresent();
            }
        }
    }

    @Test
    void nothing_is_written_unless_a_directory_is_named() throws Exception {
        Emulated image = Images.of(Images.V604H);
        try (Device device = device(Images.V604H)) {
            MeasuredDifferences measured = MEASUREMENT.between(image, side(device, Optional.empty()));

            assertThat(device.journal().events(CommandReceived.class))
                    .isNotEmpty()
                    .noneMatch(command -> WRITING.contains(command.verb()));
            assertThat(measured.notAsked())
                    .filteredOn(unasked -> unasked.because().contains("--write DIR"))
                    .flatExtracting(Unasked::behaviours)
                    .extracting(Behaviour::name)
                    .contains("PORT STOR", "MKD", "DELE");
        }
    }

    @Test
    void one_session_at_a_time_is_held() throws Exception {
        Emulated image = Images.of(Images.BASELINE);
        try (Device device = device(Images.BASELINE);
                OneAtATime door = new OneAtATime(device)) {
            Remote behind = new Remote("a device", door.endpoint(), device.user(), device.password(), Optional.empty());

            // whoever held a second session would wait for its greeting in vain
            assertThat(MEASUREMENT.between(image, behind).differences())
                    .extracting(MeasuredDifference::label)
                    .containsExactly("the device dials from port"); // that of the device, not the one beside the door's
        }
    }

    @Test
    void a_server_that_is_not_there_is_said_so() throws Exception {
        Emulated image = Images.of(Images.BASELINE);
        Remote gone;
        try (Device device = device(Images.BASELINE)) {
            gone = side(device, Optional.empty());
        }

        MeasuredDifferences measured = MEASUREMENT.between(image, gone);

        assertThat(measured.differences())
                .filteredOn(difference -> difference.topic() == Topic.CONTROL)
                .singleElement()
                .satisfies(
                        difference -> assertThat(difference.second().text()).isEqualTo("port 21 refuses connections"));
    }

    @Test
    void vsftpd_differs_as_its_documentation_says() throws Exception {
        Emulated image = Images.of(Images.BASELINE);
        try (OtherServer server = OtherServer.vsftpd(folder, "connect_from_port_20=NO")) {
            Remote vsftpd = new Remote(
                    "vsftpd",
                    server.control(),
                    "anonymous",
                    "guest@example.org",
                    Optional.of(OtherServer.SCRATCH.substring(1)));
            MeasuredDifferences measured = MEASUREMENT.between(image, vsftpd);

            assertThat(told(measured, "the greeting")).startsWith("220 (vsFTPd ");
            assertThat(told(measured, "SYST")).isEqualTo("215 UNIX Type: L8");
            assertThat(told(measured, "LIST, the format")).isEqualTo("Unix style (ls -l)");
            assertThat(told(measured, "LIST after PASV")).startsWith("150 "); // before or after the connection
            assertThat(told(measured, "the device dials from port"))
                    .isEqualTo("another than 20"); // connect_from_port_20=NO
            assertThat(told(measured, "NLST with a directory")).endsWith("/Folder/inner.txt");
            assertThat(told(measured, "SIZE")).isEqualTo("213 12");
            assertThat(told(measured, "a directory in another case")).startsWith("550 ");
            assertThat(told(measured, "RNTO onto a file that exists")).startsWith("250 ");
            assertThat(measured.differences())
                    .noneMatch(difference -> difference.topic() == Topic.PASSIVE)
                    .flatExtracting(MeasuredDifference::behaviours)
                    .extracting(Behaviour::name)
                    .doesNotContain("PORT LIST", "PORT STOR", "LIST of an empty directory");
            assertThat(folder.resolve("home" + OtherServer.SCRATCH)).isEmptyDirectory();
        }
    }

    private static String told(MeasuredDifferences measured, String behaviour) {
        return measured.differences().stream()
                .filter(difference -> difference.behaviours().stream()
                        .anyMatch(one -> one.name().equals(behaviour)))
                .map(difference -> difference.second().text())
                .findFirst()
                .orElse("no difference");
    }
}
