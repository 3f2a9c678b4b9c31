package org.wec7emu.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.wec7emu.testcontainers.EmulatorImage;

/** A container of the image, which is removed at its end with all it had. */
final class RunningContainer implements AutoCloseable {
    static final Duration LIMIT = Duration.ofSeconds(30);

    private final String id;

    private RunningContainer(String id) {
        this.id = id;
    }

    /**
     * Starts a device and waits until it answers.
     *
     * @param options of {@code docker run}
     */
    static RunningContainer device(String... options) throws Exception {
        RunningContainer container = of(EmulatorImage.name(), options);
        try {
            container.awaitLog(line -> line.equals("Ctrl-C ends it."));
            return container;
        } catch (Exception e) {
            container.close();
            throw e;
        }
    }

    /** Starts what another image is made for. */
    static RunningContainer of(String image, String... options) throws Exception {
        List<String> words = new ArrayList<>(Docker.line("run", "--detach"));
        words.addAll(List.of(options));
        words.add(image);
        return new RunningContainer(Command.output(words));
    }

    /** Waits for a line of its log, those of the past included, and gives it. */
    String awaitLog(Predicate<String> wanted) throws Exception {
        Process logs = new ProcessBuilder(Docker.line("logs", "--follow", id))
                .redirectErrorStream(true)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(logs.getInputStream(), StandardCharsets.UTF_8))) {
            String found = CompletableFuture.supplyAsync(
                            () -> lines.lines().filter(wanted).findFirst().orElse(""))
                    .completeOnTimeout("", LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .get();
            if (found.isEmpty()) {
                throw new IOException("the line didn't come; the log: " + log());
            }
            return found;
        } finally {
            logs.destroyForcibly();
        }
    }

    String log() throws IOException, InterruptedException {
        return Docker.run("logs", id).output();
    }

    /** The address that it has in its network. */
    String address() throws IOException, InterruptedException {
        return inspect("{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}");
    }

    /** Which port of the machine its port 21 is mapped to. */
    int mappedPort() throws IOException, InterruptedException {
        return Integer.parseInt(inspect("{{(index (index .NetworkSettings.Ports \"21/tcp\") 0).HostPort}}"));
    }

    String inspect(String format) throws IOException, InterruptedException {
        return Docker.output("inspect", "--format", format, id);
    }

    /** Runs a program inside. */
    Command exec(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Docker.line("exec", id));
        words.addAll(List.of(command));
        return Command.run(words);
    }

    /** Asks it to end, and gives its exit code. */
    int stop() throws IOException, InterruptedException {
        Docker.output("stop", id);
        return Integer.parseInt(inspect("{{.State.ExitCode}}"));
    }

    /** The same, with a time after which it is killed. */
    int stop(int seconds) throws IOException, InterruptedException {
        Docker.output("stop", "--time=" + seconds, id);
        return Integer.parseInt(inspect("{{.State.ExitCode}}"));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        Docker.output("rm", "--force", "--volumes", id);
    }
}
