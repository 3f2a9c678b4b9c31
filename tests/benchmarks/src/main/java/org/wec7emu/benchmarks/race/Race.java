package org.wec7emu.benchmarks.race;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Starts all servers, measures them, prints what came of it. */
final class Race implements Closeable {
    private static final long LOOK_MILLIS = 100;

    private final RaceOptions options;
    private final Track track;
    private final Addresses addresses = Addresses.ofThisProcess();
    private final List<ServerProcess> servers = new CopyOnWriteArrayList<>();
    private boolean closed;
    private final List<String> notes = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();

    Race(RaceOptions options) throws IOException {
        this.options = options;
        track = Track.make(
                Path.of(System.getProperty("java.io.tmpdir")), options.extent().bytes());
    }

    /** Tells on stderr what it is at. */
    List<String> run(Path project) throws IOException {
        boolean root = "root".equals(System.getProperty("user.name"));
        Contenders contenders = new Contenders(project, track, addresses, root);
        if (!root) {
            notes.add("not root, so the emulator wasn't measured with nftables");
        }
        for (Contender contender : contenders.all()) {
            if (options.takes(contender)) {
                start(contender);
            }
        }
        var unused = looking.scheduleAtFixedRate(
                () -> servers.forEach(ServerProcess::look), 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        Results results = measure();
        servers.forEach(ServerProcess::look);
        return report(results);
    }

    private void start(Contender contender) throws IOException {
        say("starting " + contender.name());
        ServerProcess server = ServerProcess.start(contender, track.directory().resolve(contender.name() + ".log"));
        servers.add(server);
        try {
            server.awaitGreeting();
        } catch (IOException e) {
            servers.remove(server);
            server.close();
            notes.add("left out: " + e.getMessage());
        }
    }

    private Results measure() throws IOException {
        Results results = new Results();
        List<LeakNote> leaks = servers.stream().map(LeakNote::new).toList();
        Measurement measurement = new Measurement(track, addresses, options.extent(), this::processor, notes::add);
        try (Rounds rounds = new Rounds(
                measurement::take, options.extent().rounds(), options.extent().budget(), notes::add)) {
            for (Discipline discipline : options.disciplines()) {
                say(discipline.label(options.extent().bytes()) + ", "
                        + options.extent().rounds() + " rounds");
                rounds.measure(discipline, inThe(discipline), results);
            }
        }
        for (int i = 0; i < leaks.size(); i++) {
            Contender contender = servers.get(i).contender();
            if (isEmulator(contender.name()) && measurement.sessions(contender) > 0) {
                notes.add(leaks.get(i).line(measurement.sessions(contender)));
            }
        }
        servers.stream()
                .filter(server -> !isCanned(server.contender()))
                .forEach(server -> results.memory(server.contender().name(), server.peakMemory()));
        return results;
    }

    private double processor(Contender contender) {
        return servers.stream()
                .filter(server -> server.contender().equals(contender))
                .mapToDouble(ServerProcess::processor)
                .sum();
    }

    private List<Contender> inThe(Discipline discipline) {
        return servers.stream()
                .map(ServerProcess::contender)
                .filter(contender -> discipline.countsSessions() || !isCanned(contender))
                .toList();
    }

    private static boolean isEmulator(String name) {
        return name.startsWith(Contenders.EMULATOR);
    }

    private static boolean isCanned(Contender contender) {
        return contender.name().equals(Contenders.CANNED);
    }

    private List<String> report(Results results) throws IOException {
        List<String> names =
                servers.stream().map(server -> server.contender().name()).toList();
        List<String> emulators = names.stream()
                .filter(name -> name.startsWith(Contenders.EMULATOR))
                .toList();
        Set<Discipline> disciplines = options.disciplines();
        long bytes = options.extent().bytes();
        List<String> lines = new ArrayList<>();
        for (ServerProcess server : servers) {
            String enforced = server.printedLine("enforced by");
            lines.add(String.format(
                    "%-12s %s",
                    server.contender().name(),
                    enforced == null ? server.contender().description() : enforcedBy(enforced)));
        }
        lines.add("");
        lines.addAll(new RaceTable(results, names, bytes).lines(disciplines));
        lines.add("");
        lines.addAll(Goal.lines(results, emulators, disciplines, bytes));
        lines.addAll(notes);
        return lines;
    }

    private static String enforcedBy(String line) {
        return "the emulator, by its launcher; firewall "
                + line.substring("Firewall".length()).strip();
    }

    private static void say(String doing) {
        System.err.println("bench: " + doing);
    }

    /** Ends the servers and removes their files. Does nothing the second time. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        looking.shutdownNow();
        try (track) {
            for (ServerProcess server : servers) {
                server.close();
            }
            servers.clear();
        }
    }
}
