package org.wec7emu.benchmarks.race;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.wec7emu.benchmarks.race.SessionLoad.Outcome;

/** Measures one server in one discipline, once. What a server does is looked at, so that none is quick by doing less. */
final class Measurement {
    private static final double NANOS = 1e9;
    private static final double MEGABYTE = 1e6;
    private static final double GIBIBYTE = 1L << 30;
    private static final int LISTINGS = 5;

    private final Map<String, Long> sessions = new ConcurrentHashMap<>();
    private final Track track;
    private final Addresses addresses;
    private final RaceExtent extent;
    private final ToDoubleFunction<Contender> processor;
    private final Consumer<String> notes;

    /**
     * @param processor tells how many seconds of CPU time a server has taken so far
     * @param notes told of sessions that failed, which don't count
     */
    Measurement(
            Track track,
            Addresses addresses,
            RaceExtent extent,
            ToDoubleFunction<Contender> processor,
            Consumer<String> notes) {
        this.processor = processor;
        this.notes = notes;
        this.track = track;
        this.addresses = addresses;
        this.extent = extent;
    }

    /**
     * Takes it.
     *
     * @param warmUp whether the sample is only thrown away
     * @throws IOException when the server does something else than it was asked to
     */
    Sample take(Contender contender, Discipline discipline, boolean warmUp) throws IOException {
        return switch (discipline) {
            case RETR -> retrieve(contender, "TYPE I");
            case ASCII -> retrieve(contender, "TYPE A");
            case STOR -> store(contender);
            case LIST -> list(contender);
            case ONE_CLIENT -> sessions(contender, 1, warmUp);
            case CROWD -> sessions(contender, Discipline.CLIENTS, warmUp);
        };
    }

    /** How many short sessions a server has had. */
    long sessions(Contender contender) {
        return sessions.getOrDefault(contender.name(), 0L);
    }

    private Sample retrieve(Contender contender, String type) throws IOException {
        double before = processor.applyAsDouble(contender);
        try (FtpClient client = FtpClient.logIn(contender.address(), contender.login())) {
            client.send(type, 2);
            long began = System.nanoTime();
            long bytes = client.receive("RETR " + Track.LARGE);
            double seconds = since(began);
            // In TYPE A a line end may become two bytes.
            check(bytes >= extent.bytes(), "RETR sent only " + bytes + " bytes");
            return quit(client, transferred(seconds, processor.applyAsDouble(contender) - before));
        }
    }

    private Sample transferred(double seconds, double ofProcessor) {
        return new Sample(extent.bytes() / MEGABYTE / seconds, extent.bytes() / GIBIBYTE, ofProcessor);
    }

    /** Says goodbye after the sample was taken: the CPU time of a process that ends with its session may be lost. */
    private static Sample quit(FtpClient client, Sample taken) throws IOException {
        client.send("QUIT", 2);
        return taken;
    }

    private Sample store(Contender contender) throws IOException {
        double before = processor.applyAsDouble(contender);
        Path stored = track.directory().resolve(contender.name()).resolve(Track.UPLOAD);
        try (FtpClient client = FtpClient.logIn(contender.address(), contender.login());
                FileChannel file = FileChannel.open(track.large())) {
            client.send("TYPE I", 2);
            long began = System.nanoTime();
            client.store(Track.UPLOAD, file);
            double seconds = since(began);
            Sample sample = transferred(seconds, processor.applyAsDouble(contender) - before);
            check(Files.size(stored) == extent.bytes(), "STOR left " + Files.size(stored) + " bytes");
            return quit(client, sample);
        } finally {
            Files.deleteIfExists(stored); // at once, so that the disk has nothing to write
        }
    }

    private Sample list(Contender contender) throws IOException {
        double before = processor.applyAsDouble(contender);
        try (FtpClient client = FtpClient.logIn(contender.address(), contender.login())) {
            client.send("CWD " + Track.MANY, 2);
            long began = System.nanoTime();
            for (int i = 0; i < LISTINGS; i++) {
                long bytes = client.receive("LIST");
                check(bytes > 16L * Track.ENTRIES, "LIST sent only " + bytes + " bytes");
            }
            double seconds = since(began);
            double ofProcessor = processor.applyAsDouble(contender) - before;
            return quit(client, new Sample(LISTINGS / seconds, LISTINGS, ofProcessor));
        }
    }

    private Sample sessions(Contender contender, int clients, boolean warmUp) throws IOException {
        double before = processor.applyAsDouble(contender);
        Duration time = warmUp ? extent.warmUp() : extent.sessionTime();
        Outcome outcome = load(contender, clients).run(time);
        sessions.merge(contender.name(), (long) outcome.sessions() + outcome.failed(), Long::sum);
        if (outcome.failed() > 0) {
            String all = outcome.failed() + " of " + (outcome.failed() + outcome.sessions());
            notes.accept(contender.name() + ", " + clients + " clients: " + all + " sessions failed, the first one "
                    + outcome.problem());
        }
        return new Sample(outcome.rate(), outcome.sessions(), processor.applyAsDouble(contender) - before);
    }

    private SessionLoad load(Contender contender, int clients) throws UnknownHostException {
        SessionScript script =
                new SessionScript(contender.address(), contender.login(), Track.SMALL, Track.SMALL_BYTES);
        return new SessionLoad(addresses.clients(clients), script);
    }

    private static void check(boolean good, String otherwise) throws IOException {
        if (!good) {
            throw new IOException(otherwise);
        }
    }

    private static double since(long began) {
        return (System.nanoTime() - began) / NANOS;
    }
}
