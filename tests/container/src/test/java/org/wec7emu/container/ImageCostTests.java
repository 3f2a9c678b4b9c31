package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.wec7emu.testcontainers.EmulatorImage;

/** What an image costs; alone, as it takes the time. */
@Isolated
class ImageCostTests {
    /** Prints what an image costs; a limit twice as high as what is usual notices a mistake. */
    @Test
    void isSmallAndQuick() throws Exception {
        String image = EmulatorImage.name(); // skips where there is no Docker
        long base = size("debian:bookworm-slim");
        long own = size(image) - base;
        long start = System.nanoTime();
        try (RunningContainer device = RunningContainer.of(image, "--cap-add=NET_ADMIN")) {
            String address = device.address();
            awaitGreeting(address);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            System.out.printf(
                    Locale.ROOT,
                    "container image: %.0f MB above its base of %.0f MB; %.1f s from docker run to the greeting%n",
                    own / 1e6,
                    base / 1e6,
                    took.toMillis() / 1e3);
            assertThat(own).isLessThan(130_000_000);
        }
    }

    private static long size(String image) throws Exception {
        return Long.parseLong(Docker.output("image", "inspect", "--format", "{{.Size}}", image));
    }

    private static void awaitGreeting(String address) throws Exception {
        long deadline = System.nanoTime() + RunningContainer.LIMIT.toNanos();
        while (true) {
            try (Socket socket = new Socket(address, 21)) {
                assertThat(new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII))
                        .isEqualTo("220");
                return;
            } catch (java.net.ConnectException e) {
                assertThat(System.nanoTime()).isLessThan(deadline);
            }
        }
    }
}
