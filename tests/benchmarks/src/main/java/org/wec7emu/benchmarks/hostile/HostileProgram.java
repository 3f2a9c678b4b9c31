package org.wec7emu.benchmarks.hostile;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.wec7emu.benchmarks.Machine;
import org.wec7emu.benchmarks.Median;
import org.wec7emu.benchmarks.race.Contender;
import org.wec7emu.benchmarks.race.FtpClient;
import org.wec7emu.benchmarks.race.Login;
import org.wec7emu.benchmarks.race.ProcessTree.Holdings;
import org.wec7emu.benchmarks.race.ServerProcess;

/**
 * {@code ./bench hostile}: how long a well-behaved session waits for its replies and listings while others attack the device,
 * and what of the attack stays.
 */
public final class HostileProgram {
    private static final int CONTROL_PORT = 21;
    /** Where an offset may lie. */
    private static final int FIRST_OFFSET = 9_000;

    private static final int LAST_OFFSET = 16_000;
    private static final int COMMANDS = 200;
    private static final int LISTINGS = 30;
    private static final int ROUNDS = 5;
    private static final int QUICK_ROUNDS = 1;
    private static final double MICROS = 1e3;
    private static final double MEBIBYTE = 1 << 20;
    private static final String ROW = "%-44s %10s %7s %10s %7s %9s %8s %12s%n";

    private final ServerProcess server;
    private final Contender device;
    private final int rounds;

    private HostileProgram(ServerProcess server, int rounds) {
        this.server = server;
        this.rounds = rounds;
        device = server.contender();
    }

    /**
     * Exits with 2 on wrong usage and 3 when measuring failed.
     *
     * @param args nothing, or {@code --quick} for a first impression
     */
    public static void main(String[] args) {
        boolean quick = List.of(args).equals(List.of("--quick"));
        if (args.length > 0 && !quick) {
            System.err.println("usage: ./bench hostile [--quick]");
            System.exit(2);
        }
        int rounds = quick ? QUICK_ROUNDS : ROUNDS;
        try {
            System.out.println("What a session notices while others attack the device: medians of " + rounds
                    + " interleaved rounds of " + COMMANDS + " commands and " + LISTINGS + " listings");
            System.out.println(Machine.sentence());
            if (Machine.isBusy()) {
                System.out.println("The machine is busy with other work: times are too long, and ratios wander.");
            }
            measure(rounds);
        } catch (IOException | InterruptedException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(3);
        }
        System.exit(0); // whatever thread still waits
    }

    private static void measure(int rounds) throws IOException, InterruptedException {
        Path log = Files.createTempFile("wec7emu-hostile-", ".log");
        try (ServerProcess server = ServerProcess.start(emulator(), log)) {
            server.awaitGreeting();
            new HostileProgram(server, rounds).all();
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static Contender emulator() throws IOException {
        int offset = freeOffset();
        Path project = Path.of("").toAbsolutePath();
        return new Contender(
                "wec7emu",
                "",
                new InetSocketAddress(InetAddress.getLoopbackAddress(), offset + CONTROL_PORT),
                new Login("webguest", "1"),
                List.of(
                        project.resolve("wec7emu").toString(),
                        "run",
                        project.resolve("tests/benchmarks/hostile.yaml").toString(),
                        "--port-offset",
                        Integer.toString(offset)));
    }

    private static int freeOffset() throws IOException {
        for (int offset = FIRST_OFFSET; offset < LAST_OFFSET; offset += 100) {
            try (ServerSocket free = new ServerSocket(offset + CONTROL_PORT, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort() - CONTROL_PORT;
            } catch (BindException e) {
                // the next one
            }
        }
        throw new IOException("no port is free between " + FIRST_OFFSET + " and " + LAST_OFFSET);
    }

    private record Row(Attack attack, List<Double> commands, List<Double> listings) {
        double command() {
            return Median.of(commands.stream().mapToDouble(Double::doubleValue).toArray());
        }

        double listing() {
            return Median.of(listings.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    private void all() throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        for (Attack attack : Attack.values()) {
            rows.add(new Row(attack, new ArrayList<>(), new ArrayList<>()));
        }
        under(new Row(Attack.NONE, new ArrayList<>(), new ArrayList<>())); // to warm up
        Holdings before = server.holdings();
        List<Holdings> during = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Row row : rows) {
                System.err.printf(
                        "bench: round %d of %d: %s%n",
                        round + 1, rounds, row.attack().description());
                Holdings held = under(row);
                server.look();
                if (round == 0) {
                    during.add(held);
                    memory.add(server.peakMemory() / MEBIBYTE);
                }
            }
        }
        print(rows, during, memory);
        System.out.println(rest(before));
    }

    private static void print(List<Row> rows, List<Holdings> during, List<Double> memory) {
        System.out.printf(
                ROW, "besides it", "reply, µs", "ratio", "LIST, µs", "ratio", "threads", "files", "peak, MiB");
        Row quiet = rows.get(0);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            System.out.printf(
                    Locale.ROOT,
                    ROW,
                    row.attack().description(),
                    number("%,.0f", row.command()),
                    number("%.2f", row.command() / quiet.command()),
                    number("%,.0f", row.listing()),
                    number("%.2f", row.listing() / quiet.listing()),
                    during.get(i).threads(),
                    during.get(i).descriptors(),
                    number("%,.0f", memory.get(i)));
        }
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** What the server holds when all have gone, for a while at most in which workers may end. */
    private String rest(Holdings before) throws InterruptedException {
        Holdings after = server.holdings();
        for (int i = 0;
                i < 100 && (after.descriptors() > before.descriptors() || after.threads() > before.threads());
                i++) {
            TimeUnit.MILLISECONDS.sleep(100);
            after = server.holdings();
        }
        return "Afterwards: " + after.descriptors() + " descriptors, " + before.descriptors() + " before; "
                + after.threads() + " threads, " + before.threads() + " before";
    }

    private Holdings under(Row row) throws IOException {
        try (FtpClient client = FtpClient.logIn(device.address(), device.login());
                Crew crew = new Crew()) {
            row.attack().go(device.address(), crew);
            for (int i = 0; i < COMMANDS; i++) {
                long start = System.nanoTime();
                client.send("PWD", 2);
                row.commands().add((System.nanoTime() - start) / MICROS);
            }
            Holdings held = server.holdings();
            for (int i = 0; i < LISTINGS; i++) {
                long start = System.nanoTime();
                client.receive("LIST");
                row.listings().add((System.nanoTime() - start) / MICROS);
            }
            client.send("QUIT", 2);
            return held;
        }
    }
}
