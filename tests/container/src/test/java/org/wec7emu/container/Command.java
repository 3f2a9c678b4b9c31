package org.wec7emu.container;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param output both streams, in the order in which they were written
 */
record Command(int exitCode, String output) {
    private static final Duration LIMIT = Duration.ofSeconds(200);

    static Command run(List<String> words) throws IOException, InterruptedException {
        Path out = Files.createTempFile("wec7test", ".out"); // no pipe, which could be filled up
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IOException(words + " didn't end within " + LIMIT);
            }
            return new Command(
                    process.exitValue(), new String(Files.readAllBytes(out), StandardCharsets.UTF_8).strip());
        } finally {
            Files.delete(out);
        }
    }

    /** What it printed; fails when it did. */
    static String output(List<String> words) throws IOException, InterruptedException {
        Command run = run(words);
        if (run.exitCode != 0) {
            throw new IOException(words + " ended with " + run.exitCode + ": " + run.output);
        }
        return run.output;
    }
}
