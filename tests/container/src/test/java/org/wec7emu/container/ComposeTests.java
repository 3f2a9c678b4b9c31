package org.wec7emu.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.wec7emu.testcontainers.EmulatorImage;

/** compose.yaml, by the commands that stand in it. */
class ComposeTests {
    private static final String URL = "ftp://webguest:1@device/";

    private final String project = "wec7emu-test-" + UUID.randomUUID();
    private List<String> program = List.of();

    @BeforeEach
    void start() throws Exception {
        EmulatorImage.name();
        program = program();
        compose("up", "--detach", "--no-build");
    }

    @AfterEach
    void end() throws Exception {
        if (!program.isEmpty()) {
            compose("down", "--volumes");
            String mine = "label=com.docker.compose.project=" + project;
            assertThat(Docker.output("ps", "--all", "--quiet", "--filter", mine))
                    .isEmpty();
            assertThat(Docker.output("network", "ls", "--quiet", "--filter", mine))
                    .isEmpty();
            assertThat(Docker.output("volume", "ls", "--quiet", "--filter", mine))
                    .isEmpty();
        }
    }

    /** Version 2 is a plugin of Docker's client, version 1 Debian's docker-compose. */
    private static List<String> program() throws IOException, InterruptedException {
        if (Docker.run("compose", "version").exitCode() == 0) {
            return Docker.line("compose");
        }
        try {
            Command.output(List.of("docker-compose", "version"));
            return List.of("docker-compose");
        } catch (IOException e) {
            throw new TestAbortedException("needs Docker Compose (Debian: docker-compose)");
        }
    }

    private Command compose(String... arguments) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("env", "WEC7_TAG=" + EmulatorImage.TAG));
        words.addAll(program);
        words.addAll(List.of(
                "--project-name",
                project,
                "--file",
                Path.of("..", "..", "compose.yaml").toString()));
        words.addAll(List.of(arguments));
        return Command.run(words);
    }

    @Test
    void theClientBesideTheDeviceWorksActivelyAndTheLogSaysWhyItWaitsPassively() throws Exception {
        Command active = compose("exec", "-T", "client", "curl", "--ftp-port", "-", "-T", "/etc/hostname", URL);
        assertThat(active.exitCode()).as(active.output()).isZero();

        Command passive = compose("exec", "-T", "client", "curl", "-m", "5", URL);
        assertThat(passive.exitCode()).as(passive.output()).isEqualTo(Curl.TIMED_OUT);

        assertThat(compose("logs", "device").output())
                .contains("upload of /hostname complete", "DROPPED by the firewall: data connection to port 49152");
    }
}
