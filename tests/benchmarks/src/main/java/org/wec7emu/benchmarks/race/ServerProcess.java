package org.wec7emu.benchmarks.race;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wec7emu.benchmarks.race.ProcessTree.Holdings;

/**
 * A server at work. It runs below a shell that ends it as soon as this JVM's end of a pipe is closed, so that nothing stays
 * however the JVM ends.
 */
public final class ServerProcess implements Closeable {
    private static final String UNTIL_THE_PIPE_CLOSES = """
            exec 3<&0 # a job in the background has no standard input
            "$@" </dev/null 3<&- &
            server=$!
            { read -r _ <&3; kill "$server"; } &
            watch=$!
            wait "$server"
            outcome=$?
            kill "$watch" 2>/dev/null
            exit "$outcome"
            """;

    private static final long GREETING_SECONDS = 60;
    private static final long END_SECONDS = 15;
    private static final long POLL_MILLIS = 20;

    private final Contender contender;
    private final Path log;
    private final Process shell;
    private final OutputStream pipe;
    private final ProcessTree tree;
    private long peakMemory;

    private ServerProcess(Contender contender, Path log, Process shell) {
        this.contender = contender;
        this.log = log;
        this.shell = shell;
        pipe = shell.getOutputStream();
        tree = new ProcessTree(shell.pid());
    }

    /**
     * Starts it.
     *
     * @param log takes what it prints, as a terminal would
     */
    public static ServerProcess start(Contender contender, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", UNTIL_THE_PIPE_CLOSES, "race"));
        command.addAll(contender.command());
        Process shell = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServerProcess(contender, log, shell);
    }

    public Contender contender() {
        return contender;
    }

    /**
     * Waits until it greets.
     *
     * @throws IOException when it ends, or greets nobody within a minute; the message has the end of what it printed
     */
    public void awaitGreeting() throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GREETING_SECONDS);
        while (System.nanoTime() - deadline < 0) {
            try (FtpClient client = FtpClient.logIn(contender.address(), contender.login())) {
                client.send("QUIT", 2);
                return;
            } catch (ConnectException e) {
                if (hasEndedWithin(POLL_MILLIS)) {
                    throw new IOException(contender.name() + " has ended: " + printed(), e);
                }
            } catch (IOException e) {
                throw new IOException(contender.name() + ": " + e.getMessage() + "; it printed: " + printed(), e);
            }
        }
        throw new IOException(contender.name() + " doesn't answer: " + printed());
    }

    private boolean hasEndedWithin(long millis) throws IOException {
        try {
            return shell.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** What it printed, from its end. */
    private String printed() throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
        return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    /** The first line that it printed with that in it; null when there is none. */
    @Nullable
    String printedLine(String part) throws IOException {
        return Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                .filter(line -> line.contains(part))
                .findFirst()
                .orElse(null);
    }

    /** Looks at its processes; to be called again and again. */
    public synchronized void look() {
        peakMemory = Math.max(peakMemory, tree.peakMemory());
    }

    /** What it holds of the system at the moment. */
    public Holdings holdings() {
        return tree.holdings();
    }

    /** Seconds of CPU time that it has taken so far. */
    double processor() {
        return tree.processor();
    }

    /** The most that was seen, in bytes. */
    public synchronized long peakMemory() {
        return peakMemory;
    }

    @Override
    public void close() throws IOException {
        pipe.close();
        if (!hasEndedWithin(TimeUnit.SECONDS.toMillis(END_SECONDS))) {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }
}
