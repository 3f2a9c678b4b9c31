package org.wec7emu.clients;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wec7emu.journal.TransferMode;

/**
 * What a client did.
 *
 * @param exitCode its own; 0 says it was content
 * @param output all it printed
 * @param took from start to end, start of the program included
 */
record ClientRun(int exitCode, String output, Duration took) {
    /** No client of these tests may take longer. It ends by its own timer long before. */
    private static final Duration LIMIT = Duration.ofSeconds(45);

    /**
     * Runs a client to its end.
     *
     * @param home empty directory that stands for the user's home, so that nobody's settings matter
     * @throws AssertionError when it had to be killed
     */
    static ClientRun of(RealClient client, Errand errand, TransferMode mode, Target target, Path home)
            throws IOException, InterruptedException {
        client.assumeInstalled();
        return of(client.invocation(errand, mode, target), home);
    }

    static ClientRun of(Invocation invocation, Path home) throws IOException, InterruptedException {
        return of(invocation, home, LIMIT);
    }

    /** The same of a program that may take longer. */
    static ClientRun of(Invocation invocation, Path home, Duration limit) throws IOException, InterruptedException {
        Path input = Files.writeString(Files.createTempFile(home, "client", ".in"), invocation.input());
        Path output = Files.createTempFile(home, "client", ".out");
        long start = System.nanoTime();
        Process process = builder(invocation, home, input, output).start();
        try {
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError(invocation.commandLine() + " did not end within " + limit.toSeconds()
                        + " s; it printed:\n" + Files.readString(output, StandardCharsets.ISO_8859_1));
            }
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            return new ClientRun(process.exitValue(), Files.readString(output, StandardCharsets.ISO_8859_1), took);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static ProcessBuilder builder(Invocation invocation, Path home, Path input, Path output) {
        ProcessBuilder builder = new ProcessBuilder(invocation.commandLine())
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", home.toString());
        environment.put("LC_ALL", "C.UTF-8");
        return builder;
    }
}
