package org.wec7emu.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.wec7emu.device.Device;
import org.wec7emu.device.DeviceHost;

/** The whole of it: a short round that loads what the JVM keeps, then the long one, and a look at what is left. */
final class Soak {
    private static final int CLIENTS_A_DEVICE = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration PROGRESS = Duration.ofSeconds(5);

    /** A client's last session has as long as its longest waits. */
    private static final Duration LAST_SESSIONS = Visit.PATIENCE.multipliedBy(4);

    private final SoakOptions options;
    private final Mishap mishap;
    private final Consumer<String> progress;
    private final Findings findings = new Findings();
    private final Fleet fleet = new Fleet();

    /** @param progress hears a line each few seconds */
    Soak(SoakOptions options, Mishap mishap, Consumer<String> progress) {
        this.options = options;
        this.mishap = mishap;
        this.progress = progress;
    }

    /** @throws IOException when the soak itself couldn't be done, as for want of ports */
    Findings run() throws IOException, InterruptedException {
        if (fleet.levels().isEmpty()) {
            throw new IOException("no level of enforcement works on this machine");
        }
        Path directory = Files.createTempDirectory("soak-");
        try {
            SplittableRandom random = new SplittableRandom(options.seed());
            round(2 * fleet.levels().size(), WARM_UP, random.split(), directory);
            Holdings before = Holdings.now();
            round(options.devices(), options.lasts(), random.split(), directory);
            progress.accept("all devices are closed; looking for what is left");
            before.excess(Holdings.LIMIT).forEach(findings::fail);
        } finally {
            deleteTree(directory);
        }
        return findings;
    }

    private void round(int count, Duration lasts, SplittableRandom random, Path directory)
            throws IOException, InterruptedException {
        try (DeviceHost host = new DeviceHost()) {
            List<Site> sites = new ArrayList<>();
            for (Device device : fleet.start(host, count)) {
                sites.add(new Site(device, options.seed(), mishap));
            }
            CountDownLatch calm = new CountDownLatch(1);
            CountDownLatch stop = new CountDownLatch(1);
            Thread trouble = new Thread(new Trouble(sites, random.split(), findings, calm), "soak-trouble");
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS_A_DEVICE * count; i++) {
                Site site = sites.get(i % count);
                clients.add(new Thread(
                        new ClientLoop(i, site, findings, random.split(), directory, stop), "soak-client-" + i));
            }
            clients.forEach(Thread::start);
            trouble.start();
            try {
                watch(lasts);
            } finally {
                calm.countDown();
                stop.countDown();
                progress.accept("waiting for the last sessions, " + LAST_SESSIONS.toSeconds() + " s at most");
                clients.add(trouble);
                awaitEnd(clients);
            }
            for (Site site : sites) {
                site.shelf().complaints().forEach(complaint -> findings.fail(site + " at the end: " + complaint));
            }
        }
    }

    private void watch(Duration lasts) throws InterruptedException {
        long began = System.nanoTime();
        long end = began + lasts.toNanos();
        for (long left = lasts.toNanos(); left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.sleep(Math.min(left, PROGRESS.toNanos()));
            progress.accept(SoakText.progress(findings, Duration.ofNanos(System.nanoTime() - began)));
        }
    }

    private void awaitEnd(List<Thread> threads) throws InterruptedException {
        long deadline = System.nanoTime() + LAST_SESSIONS.toNanos();
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            if (thread.isAlive()) {
                findings.fail(thread.getName() + " doesn't end; it is at " + List.of(thread.getStackTrace()));
                thread.interrupt();
            }
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
