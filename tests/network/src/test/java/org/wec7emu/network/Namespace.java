package org.wec7emu.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A network of its own, empty but for loopback. It lives as long as a process that waits on a pipe of this JVM, so it goes
 * with the JVM even when that is killed.
 */
final class Namespace implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Process holder;

    private Namespace(Process holder) {
        this.holder = holder;
    }

    /** Makes one; skips the test, naming what is lacking, where this user or kernel can't. */
    static Namespace create() throws IOException, InterruptedException {
        Requirements.assumeNamespaces();
        Process holder = new ProcessBuilder("unshare", "--net", "--", "sh", "-c", "echo ready; exec cat")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        CompletableFuture<Boolean> ready = CompletableFuture.supplyAsync(
                        () -> output.lines().findFirst().isPresent())
                .completeOnTimeout(false, LIMIT.toSeconds(), TimeUnit.SECONDS);
        Namespace namespace = new Namespace(holder);
        if (!ready.join()) {
            namespace.close();
            throw new IOException("unshare --net made no network namespace");
        }
        namespace.run("ip", "link", "set", "lo", "up");
        return namespace;
    }

    /** Of the process that holds it. */
    long pid() {
        return holder.pid();
    }

    /** What setns(2) takes. */
    Path file() {
        return Path.of("/proc", Long.toString(pid()), "ns", "net");
    }

    /**
     * Runs a program inside to its end, and gives what it printed.
     *
     * @throws IOException when it fails or doesn't end within 20 s
     */
    String run(String... command) throws IOException, InterruptedException {
        return run(List.of(command), "", LIMIT);
    }

    /** The same with a standard input and a limit of its own. */
    String run(List<String> command, String input, Duration limit) throws IOException, InterruptedException {
        return Command.run(inside(command), input, limit);
    }

    /** Loads rules as {@code nft -f} reads them. */
    void nft(String ruleset) throws IOException, InterruptedException {
        run(List.of("nft", "-f", "-"), ruleset, LIMIT);
    }

    /** Sets kernel parameters, as in {@code net.ipv4.tcp_syncookies=2}. */
    void sysctl(String... settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sysctl", "-q", "-w"));
        command.addAll(List.of(settings));
        run(command, "", LIMIT);
    }

    /** The command line that runs a program inside; the program has the process ID that the command line gets. */
    List<String> inside(List<String> command) {
        List<String> inside = new ArrayList<>(List.of("nsenter", "--net=" + file(), "--"));
        inside.addAll(command);
        return inside;
    }

    /** Ends it, unless other processes or sockets still use it. */
    @Override
    public void close() throws InterruptedException {
        holder.destroyForcibly();
        holder.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
}
