package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wec7emu.testcontainers.EmulatorImage;

/**
 * What {@code docker build .} does on a clean clone: it compiles inside. Here with the libraries that this machine has fetched, as
 * the rest of the build needs no network.
 */
class CompiledInsideTests {
    private static final String SOURCE = "wec7emu:test-source";

    @BeforeEach
    void makeImage() throws Exception {
        EmulatorImage.name();
        List<String> line = new ArrayList<>(List.of("env", "DOCKER_BUILDKIT=1"));
        line.addAll(Docker.line("build", "--target=source", "--tag=" + SOURCE));
        String further = System.getenv("WEC7_DOCKER_BUILD");
        if (further != null) {
            line.addAll(Arrays.asList(further.split(" ")));
        }
        line.add(Path.of("..", "..").toString());
        Command.output(line);
    }

    @AfterEach
    void removeImage() throws IOException, InterruptedException {
        Docker.run("image", "rm", "--force", SOURCE);
    }

    @Test
    @Timeout(240)
    void theSourcesThatGoIntoTheBuildAreComplete() throws Exception {
        Path libraries = Path.of(System.getProperty("user.home"), ".m2", "repository");

        Command run = Docker.run(
                "run",
                "--rm",
                "--network=none",
                "--volume=" + libraries + ":/root/.m2/repository:ro",
                SOURCE,
                "sh",
                "-c",
                "rm -rf emulator/cli/target && ./wec7emu --version");

        assertThat(run.output()).contains("building, once", "wec7emu 0.1.0");
        assertThat(run.exitCode()).isZero();
    }
}
