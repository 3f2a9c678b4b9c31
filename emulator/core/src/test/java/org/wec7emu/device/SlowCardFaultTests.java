package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;

/** The card is slow. Times are lower bounds, which a slow machine keeps as well. */
class SlowCardFaultTests {
    private static final Fault SLOW = new Fault.SlowCard(500_000);

    @Test
    void readingTakesAsLongAsItsBytesNeed() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            Files.write(device.ftpRoot().resolve("a.bin"), new byte[200_000]);
            device.faults().start(SLOW);
            long begin = System.nanoTime();

            assertThat(Uploads.download(client, "a.bin")).hasSize(200_000);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void soDoesWriting() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(SLOW);
            long begin = System.nanoTime();

            assertThat(Uploads.upload(client, "a.bin", new byte[200_000])).startsWith("226 ");

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void ramIsAsQuickAsEver() throws Exception {
        try (Device device = Devices.started(Devices.withFtp("directory: '\\Temp'"));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.SlowCard(1));

            assertThat(Uploads.upload(client, "a.bin", new byte[10_000])).startsWith("226 ");
            assertThat(Uploads.download(client, "a.bin")).hasSize(10_000);
        }
    }
}
