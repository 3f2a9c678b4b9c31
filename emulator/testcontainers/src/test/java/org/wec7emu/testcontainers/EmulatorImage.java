package org.wec7emu.testcontainers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/** The container image, made of what Maven has built, once for all tests. */
public final class EmulatorImage {
    /** Behind the colon of its name. */
    public static final String TAG = "test";

    private static final String NAME = "wec7emu:" + TAG;
    private static final String CLIENT = NAME + "-client";
    private static final long LIMIT_SECONDS = 50;
    private static final int NO_DOCKER = 3;

    private static boolean built;

    private EmulatorImage() {}

    /** Its name; skips the test where there is no Docker. */
    public static synchronized String name() throws IOException, InterruptedException {
        if (!built) {
            build();
            built = true;
        }
        return NAME;
    }

    /** An image with curl. */
    public static String client() throws IOException, InterruptedException {
        name();
        return CLIENT;
    }

    private static void build() throws IOException, InterruptedException {
        Path log = Files.createTempFile("wec7emu-image", ".log");
        String script = Path.of("..", "..", "scripts", "container.sh").toString();
        Process process = new ProcessBuilder(script, NAME)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        int exitCode = process.waitFor();
        String said = Files.readString(log);
        Files.delete(log);
        if (exitCode == NO_DOCKER) {
            throw new TestAbortedException(
                    "needs Docker, which ./verify --setup installs, and starts as root: " + said.strip());
        }
        if (exitCode != 0) {
            throw new IOException("scripts/container.sh failed: " + said);
        }
    }
}
