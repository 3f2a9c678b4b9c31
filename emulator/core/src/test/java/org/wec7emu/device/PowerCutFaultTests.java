package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.fault.Fault;
import org.wec7emu.journal.DeviceEvent.DeviceStarted;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.FaultStruck;
import org.wec7emu.journal.DeviceEvent.Stop;
import org.wec7emu.journal.DeviceEvent.TransferFailed;

/** The power is cut during an upload. */
class PowerCutFaultTests {
    private static void awaitSecondStart(Device device) throws InterruptedException {
        assertThat(device.journal().await(DeviceStopped.class, event -> true, Devices.LIMIT))
                .hasValueSatisfying(stopped -> assertThat(stopped.stop()).isEqualTo(Stop.POWER_CUT));
        assertThat(Devices.comesTrue(
                        () -> device.journal().events(DeviceStarted.class).size() == 2))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_536, 300_001})
    void leavesExactlyAsManyBytesOfTheFileAsWereToBeStored(int after) throws Exception {
        byte[] content = Uploads.content(400_000);
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.PowerCut(after));

            assertThat(Uploads.upload(client, "recipe.bin", content)).isEmpty();

            awaitSecondStart(device);
            assertThat(Files.readAllBytes(device.ftpRoot().resolve("recipe.bin")))
                    .isEqualTo(Arrays.copyOf(content, after));
            assertThat(device.journal().events(TransferFailed.class))
                    .singleElement()
                    .satisfies(failed -> assertThat(failed.bytes()).isEqualTo(after));
        }
    }

    @Test
    void isInTheJournalAsTheSessionsEnd() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.PowerCut(100));

            Uploads.upload(client, "a.bin", new byte[200]);

            awaitSecondStart(device);
            assertThat(device.journal().events(FaultStruck.class))
                    .extracting(FaultStruck::session, FaultStruck::fault, FaultStruck::because)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(
                            1L, "power-cut", "the power is cut when 100 bytes are stored"));
        }
    }

    @Test
    void happensOnceAndTheDeviceIsThereAgain() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H))) {
            device.faults().start(new Fault.PowerCut(10));
            try (RawClient client = RawClient.loggedIn(device)) {
                Uploads.upload(client, "a.bin", new byte[20]);
            }
            awaitSecondStart(device);

            assertThat(device.faults().active()).isEmpty();
            try (RawClient client = RawClient.loggedIn(device)) {
                assertThat(Uploads.upload(client, "a.bin", new byte[20])).startsWith("226 ");
            }
        }
    }

    @Test
    void doesNotTouchAnUploadThatIsShorter() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.PowerCut(21));

            assertThat(Uploads.upload(client, "a.bin", new byte[20])).startsWith("226 ");
            assertThat(device.faults().active()).containsExactly(new Fault.PowerCut(21));
        }
    }

    @Test
    void whatIsLeftStaysEvenWhereTheServerRemovesBrokenUploads() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("broken-upload: removed"));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.PowerCut(10));

            Uploads.upload(client, "a.bin", new byte[20]);

            awaitSecondStart(device);
            assertThat(device.ftpRoot().resolve("a.bin")).hasSize(10);
        }
    }
}
