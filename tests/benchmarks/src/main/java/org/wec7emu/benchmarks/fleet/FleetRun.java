package org.wec7emu.benchmarks.fleet;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wec7emu.benchmarks.race.SessionLoad;
import org.wec7emu.benchmarks.race.SessionLoad.Outcome;
import org.wec7emu.benchmarks.race.SessionScript;

/** {@code ./wec7emu fleet} with so many devices, measured from outside. */
final class FleetRun implements Closeable {
    private static final int MOST_CLIENTS = 64;
    /** Fewer than a device has sessions. */
    private static final int CLIENTS_A_DEVICE = 8;

    private static final int FILE_BYTES = 1024;
    private static final Duration IDLE = Duration.ofSeconds(3);
    private static final Duration LOAD = Duration.ofSeconds(5);
    private static final long END_SECONDS = 120;
    private static final Pattern DEVICE = Pattern.compile(
            ".*\"host\":\"([^\"]+)\",\"port\":(\\d+),\"user\":\"([^\"]+)\",\"password\":\"([^\"]+)\",\"enforcement\":\"([^\"]+)\"}");

    private final Path folder;
    private final int devices;
    private final boolean services;
    private final long began;
    private final Process process;
    private final List<SessionScript> scripts = new ArrayList<>();
    private String level = "";

    private FleetRun(Path folder, int devices, boolean services, Process process, long began) {
        this.folder = folder;
        this.devices = devices;
        this.services = services;
        this.process = process;
        this.began = began;
    }

    /**
     * Starts devices, each with a file of its own.
     *
     * @param launcher the program
     * @param block the second byte of the devices' addresses, 127.block.0.0; that of the clients is one more
     * @throws IOException when they don't all start
     */
    static FleetRun start(Path launcher, int devices, boolean services, int block) throws IOException {
        Path folder = Files.createTempDirectory("wec7emu-bench");
        for (int i = 1; i <= devices; i++) {
            Path root = Files.createDirectories(folder.resolve(devices == 1 ? "d" : "d-" + i));
            Files.write(root.resolve("small.bin"), new byte[FILE_BYTES]);
        }
        Path file = Files.writeString(
                folder.resolve("fleet.yaml"),
                "addresses: 127." + block + ".0.0/16\ndevices: {d: {image: CX8100_WEC7_LF_v604h, count: " + devices
                        + ", root: '{name}', services: " + services + "}}\n");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(launcher.toString(), "fleet", file.toString(), "--json", "--quiet")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        FleetRun run = new FleetRun(folder, devices, services, process, began);
        try {
            run.readDevices();
        } catch (IOException e) {
            run.close();
            throw e;
        }
        return run;
    }

    private void readDevices() throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        while (scripts.size() < devices) {
            String line = lines.readLine();
            if (line == null) {
                throw new IOException("the fleet of " + devices + " devices has ended before all of them answered");
            }
            Matcher device = DEVICE.matcher(line);
            if (device.matches()) {
                level = device.group(5);
                scripts.add(SessionScript.of(
                        new InetSocketAddress(
                                InetAddress.getByName(device.group(1)), Integer.parseInt(device.group(2))),
                        device.group(3),
                        device.group(4),
                        "small.bin",
                        FILE_BYTES));
            }
        }
    }

    /** @param block as it was started with */
    FleetSample measure(int block) throws IOException, InterruptedException {
        double started = (System.nanoTime() - began) / 1e9;
        ProcessFacts facts = new ProcessFacts(process.toHandle());
        long memory = facts.memory();
        Duration before = facts.processorTime();
        TimeUnit.MILLISECONDS.sleep(IDLE.toMillis());
        double idle = facts.processorTime().minus(before).toMillis() / (double) IDLE.toMillis();
        int threads = facts.threads();
        Outcome outcome = new SessionLoad(
                        clients(block + 1, Math.min(MOST_CLIENTS, CLIENTS_A_DEVICE * devices)), scripts)
                .run(LOAD);
        return new FleetSample(
                devices,
                services,
                level,
                started,
                threads,
                memory,
                idle,
                outcome.rate(),
                outcome.failed(),
                outcome.problem());
    }

    private static List<InetAddress> clients(int block, int count) throws IOException {
        List<InetAddress> clients = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            clients.add(InetAddress.getByAddress(new byte[] {127, (byte) block, 0, (byte) i}));
        }
        return clients;
    }

    @Override
    public void close() throws IOException {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
