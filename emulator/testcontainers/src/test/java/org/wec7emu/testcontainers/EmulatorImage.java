package org.wec7emu.testcontainers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;
import org.testcontainers.DockerClientFactory;

/** The container image, made of what Maven has built, once for all tests. */
final class EmulatorImage {
    static final String NAME = "wec7emu:test";
    private static final String CLIENT = NAME + "-client";
    private static final long LIMIT_SECONDS = 50;

    private static boolean built;

    private EmulatorImage() {}

    /** Its name; skips the test where there is no Docker. */
    static synchronized String name() throws IOException, InterruptedException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new TestAbortedException("needs Docker: ./verify --setup installs Debian's, and starts it as root");
        }
        if (!built) {
            build();
            built = true;
        }
        return NAME;
    }

    /** An image with curl. */
    static String client() throws IOException, InterruptedException {
        name();
        return CLIENT;
    }

    private static void build() throws IOException, InterruptedException {
        Path log = Files.createTempFile("wec7emu-image", ".log");
        Process process = new ProcessBuilder(
                        Path.of("..", "..", "scripts", "container.sh").toString(), NAME)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.waitFor() != 0) {
            throw new IOException("scripts/container.sh failed: " + Files.readString(log));
        }
        Files.delete(log);
    }
}
