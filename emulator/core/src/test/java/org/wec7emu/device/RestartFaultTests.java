package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wec7emu.fault.Fault;
import org.wec7emu.journal.DeviceEvent.DeviceStopped;
import org.wec7emu.journal.DeviceEvent.FaultStruck;
import org.wec7emu.journal.DeviceEvent.Stop;

/** The device restarts during a download. */
class RestartFaultTests {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100_000, 3_000_000})
    void theClientHasGotAsManyBytesAsWereToBeSent(int after) throws Exception {
        byte[] content = Uploads.content(4_000_000);
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            Files.write(device.ftpRoot().resolve("log.bin"), content);
            device.faults().start(new Fault.Restart(after));

            assertThat(Uploads.download(client, "log.bin")).isEqualTo(Arrays.copyOf(content, after));

            assertThat(client.isEnded()).isTrue();
            assertThat(device.journal().await(DeviceStopped.class, event -> true, Devices.LIMIT))
                    .hasValueSatisfying(stopped -> assertThat(stopped.stop()).isEqualTo(Stop.RESTART));
            assertThat(device.journal().events(FaultStruck.class))
                    .extracting(FaultStruck::because)
                    .containsExactly("the device restarts when " + after + " bytes are sent");
        }
    }

    @Test
    void anUploadAndAListingAreLeftAlone() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.Restart(0));

            assertThat(Uploads.upload(client, "a.bin", new byte[20])).startsWith("226 ");
            assertThat(client.receive("LIST")).contains("a.bin");
        }
    }
}
