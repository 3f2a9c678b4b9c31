package org.wec7emu.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the host that is run to its end. */
final class Command {
    private Command() {}

    /**
     * Runs a program and gives what it printed.
     *
     * @param input for its standard input
     * @param limit after which it is ended
     * @throws IOException when it fails or doesn't end in time; the message has what it said
     */
    static String run(List<String> command, String input, Duration limit) throws IOException, InterruptedException {
        // Files, as a program can't fill them up and then wait for a reader as it can a pipe.
        Path in = Files.createTempFile("wec7test", ".in");
        Path out = Files.createTempFile("wec7test", ".out");
        Path err = Files.createTempFile("wec7test", ".err");
        try {
            Files.writeString(in, input);
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            boolean ended = end(process, limit);
            if (!ended || process.exitValue() != 0) {
                throw new IOException(String.join(" ", command)
                        + (ended ? " ended with " + process.exitValue() : " didn't end within " + limit) + ": "
                        + text(err) + text(out));
            }
            return text(out);
        } finally {
            Files.delete(in);
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static boolean end(Process process, Duration limit) throws InterruptedException {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
