package org.wec7emu.clients;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The program as users start it, {@code ./wec7emu}, and what it prints. */
final class Launcher implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private Launcher(Process process) {
        this.process = process;
        reader = new Thread(this::read, "output of ./wec7emu");
        reader.setDaemon(true);
        reader.start();
    }

    /** The checkout that these tests are of. */
    static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("wec7emu"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static Launcher start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("./wec7emu"));
        command.addAll(arguments);
        return new Launcher(new ProcessBuilder(command)
                .directory(checkout().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                    lines.notifyAll();
                }
            }
        } catch (IOException e) {
            // the program was ended; what it printed until then is there
        }
    }

    /** All that is printed up to the first line that satisfies the condition, that line included. */
    List<String> linesUpTo(Predicate<String> last) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        synchronized (lines) {
            int seen = 0;
            while (true) {
                for (; seen < lines.size(); seen++) {
                    if (last.test(lines.get(seen))) {
                        return List.copyOf(lines.subList(0, seen + 1));
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new AssertionError("./wec7emu didn't print the line waited for; it printed: " + lines);
                }
                lines.wait(left);
            }
        }
    }

    /** All that the program printed, once it has ended. */
    List<String> linesToEnd() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("./wec7emu didn't end; it printed: " + lines);
        }
        reader.join(LIMIT.toMillis());
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Asks the program to stop, as SIGTERM does, and waits for it. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
