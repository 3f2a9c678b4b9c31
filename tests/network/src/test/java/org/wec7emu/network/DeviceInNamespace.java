package org.wec7emu.network;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program as users start it, {@code ./wec7emu run}, in a namespace where the device's ports are its true ones. */
final class DeviceInNamespace implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Process process;

    private DeviceInNamespace(Process process) {
        this.process = process;
    }

    /**
     * Starts a device and waits until it answers.
     *
     * @param temporary its directory for temporary files
     * @param options further ones of {@code ./wec7emu run}
     */
    static DeviceInNamespace start(
            Namespace namespace, String image, InetAddress address, Path temporary, List<String> options)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(
                // Should this JVM be killed, the device goes too. All these become one another, so there is one
                // process.
                "setpriv",
                "--pdeathsig",
                "KILL",
                "./wec7emu",
                "run",
                image,
                "--json",
                "--bind",
                address.getHostAddress(),
                "--port-offset",
                "0"));
        command.addAll(options);
        ProcessBuilder builder = new ProcessBuilder(namespace.inside(command))
                .directory(checkout().toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("WEC7_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        DeviceInNamespace device = new DeviceInNamespace(builder.start());
        try {
            device.awaitStart();
            return device;
        } catch (Exception e) {
            device.close();
            throw e;
        }
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("wec7emu"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Further events are read, so that the device never waits for a reader, and not kept. */
    private void awaitStart() throws Exception {
        CompletableFuture<Boolean> started = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(started), "events of ./wec7emu");
        reader.setDaemon(true);
        reader.start();
        if (!started.get(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new IOException("./wec7emu ended before the device was started; it said why above");
        }
    }

    private void read(CompletableFuture<Boolean> started) {
        try (BufferedReader events =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String event = events.readLine(); event != null; event = events.readLine()) {
                if (event.startsWith("{\"event\":\"DeviceStarted\"")) {
                    started.complete(true);
                }
            }
        } catch (IOException e) {
            // ended in the middle of a line
        }
        started.complete(false);
    }

    /** Ends the program as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }

    /** Ends it as Ctrl-C does, and waits for it. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
    }
}
