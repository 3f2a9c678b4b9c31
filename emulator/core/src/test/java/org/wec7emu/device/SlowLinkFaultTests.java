package org.wec7emu.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.journal.DeviceEvent.CommandReceived;
import org.wec7emu.journal.DeviceEvent.TransferCompleted;

/** The network is slow. Nothing here is slower on a slow machine than it may be: times are lower bounds. */
class SlowLinkFaultTests {
    private static final long MBIT = 1_000_000;
    private static final Duration NONE = Duration.ZERO;

    private static Duration timed(Step step) throws Exception {
        long begin = System.nanoTime();
        step.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private interface Step {
        void run() throws Exception;
    }

    @Test
    void aDownloadTakesAsLongAsItsBytesNeed() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            byte[] content = Uploads.content(200_000);
            Files.write(device.ftpRoot().resolve("a.bin"), content);
            device.faults().start(new Fault.SlowLink(4 * MBIT, NONE));

            Duration took =
                    timed(() -> assertThat(Uploads.download(client, "a.bin")).isEqualTo(content));

            assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void soDoesAnUpload() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            byte[] content = Uploads.content(200_000);
            device.faults().start(new Fault.SlowLink(4 * MBIT, NONE));

            Duration took = timed(
                    () -> assertThat(Uploads.upload(client, "a.bin", content)).startsWith("226 "));

            assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(400));
            assertThat(device.ftpRoot().resolve("a.bin")).hasBinaryContent(content);
        }
    }

    @Test
    void sessionsShareIt() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient first = RawClient.loggedIn(device);
                RawClient second = RawClient.loggedIn(device)) {
            Files.write(device.ftpRoot().resolve("a.bin"), new byte[100_000]);
            device.faults().start(new Fault.SlowLink(4 * MBIT, NONE));

            Duration took = timed(() -> {
                Thread other = new Thread(() -> {
                    try {
                        Uploads.download(second, "a.bin");
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                other.start();
                Uploads.download(first, "a.bin");
                other.join(Devices.LIMIT.toMillis());
            });

            assertThat(Devices.comesTrue(() ->
                            device.journal().events(TransferCompleted.class).size() == 2))
                    .isTrue();
            assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void repliesComeLaterAndInOrder() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.SlowLink(100 * MBIT, Duration.ofMillis(200)));

            Duration took = timed(() -> {
                client.send("NOOP\r\nPWD\r\nSYST\r\n");
                assertThat(client.reply()).startsWith("200 ");
            });

            assertThat(took).isGreaterThanOrEqualTo(Duration.ofMillis(200));
            assertThat(client.reply()).startsWith("257 ");
            assertThat(client.reply()).startsWith("215 ");
            assertThat(client.command("QUIT")).startsWith("221 ");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aReplyThatIsUnderWayArrivesWhenTheFaultIsOver() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.SlowLink(100 * MBIT, Duration.ofMinutes(10)));
            client.send("NOOP\r\n");
            assertThat(device.journal()
                            .await(CommandReceived.class, event -> event.verb().equals("NOOP"), Devices.LIMIT))
                    .isPresent();

            device.faults().end(FaultKind.SLOW_LINK);

            assertThat(client.reply()).startsWith("200 ");
        }
    }

    @Test
    void whoEndsHisHalfStillHearsTheLateReply() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device)) {
            device.faults().start(new Fault.SlowLink(100 * MBIT, Duration.ofMillis(100)));
            client.send("NOOP\r\n");
            client.endOutput();

            assertThat(client.reply()).startsWith("200 ");
            assertThat(client.isEnded()).isTrue();
        }
    }

    @Test
    void aTransferOnAVerySlowLinkIsQuickAgainWhenTheFaultIsOver() throws Exception {
        try (Device device = Devices.started(Devices.image(Devices.V604H));
                RawClient client = RawClient.loggedIn(device);
                java.net.ServerSocket listener = client.listen()) {
            byte[] content = Uploads.content(1_000_000);
            Files.write(device.ftpRoot().resolve("a.bin"), content);
            client.port(listener);
            device.faults().start(new Fault.SlowLink(8_000, NONE));
            client.command("RETR a.bin");
            try (java.net.Socket data = RawClient.accepted(listener)) {
                assertThat(data.getInputStream().read()).isEqualTo(content[0] & 0xFF);
                device.faults().endAll();

                assertThat(data.getInputStream().readAllBytes()).hasSize(content.length - 1);
            }
        }
    }
}
