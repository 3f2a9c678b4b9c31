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

/** compose.yaml, by the commands that README shows. */
class ComposeTests {
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

    /** What a line of the log says, without the container's name, time and number of the session. */
    private static String event(String line) {
        return line.replaceFirst("^.*\\[\\d+] ", "");
    }

    @Test
    void theClientBesideTheDeviceMeetsWhatReadmeShows() throws Exception {
        for (ReadmePart.Example example : ReadmePart.examples("docker compose exec ")) {
            List<String> words = new ArrayList<>(List.of(example.words()));
            words.add(1, "-T"); // no terminal here
            Command run = compose(words.toArray(new String[0]));

            assertThat(run.output().replaceAll("after \\d+ ", "after "))
                    .isEqualTo(String.join("\n", example.output()).replaceAll("after \\d+ ", "after "));
        }
        ReadmePart.Example logs = ReadmePart.examples("docker compose logs").get(0);
        assertThat(compose(logs.words()).output().lines().map(ComposeTests::event))
                .contains(event(logs.output().get(1)));
    }
}
