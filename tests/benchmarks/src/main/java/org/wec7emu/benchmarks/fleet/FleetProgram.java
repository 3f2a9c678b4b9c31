package org.wec7emu.benchmarks.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wec7emu.benchmarks.Machine;

/** {@code ./bench fleet}: see {@link #main}. */
public final class FleetProgram {
    private static final List<Integer> FULL = List.of(1, 10, 100, 1_000);
    private static final List<Integer> QUICK = List.of(1, 10, 100);
    private static final int WITHOUT_SERVICES = 5_000;
    private static final int FIRST_BLOCK = 64;
    private static final int BLOCKS = 60;

    private FleetProgram() {}

    /**
     * Measures fleets of growing size, and prints a table. Exits with 2 on wrong usage and 3 when measuring failed.
     *
     * @param args {@code --quick} or nothing
     */
    public static void main(String[] args) throws InterruptedException {
        boolean quick = List.of(args).equals(List.of("--quick"));
        if (!quick && args.length > 0) {
            System.err.println("usage: ./bench fleet [--quick]");
            System.exit(2);
        }
        System.out.println(Machine.sentence());
        if (Machine.isBusy()) {
            System.out.println("The machine is busy with other work: starts take longer, and rates are too low.");
        }
        List<FleetSample> samples = new ArrayList<>();
        try {
            for (int devices : quick ? QUICK : FULL) {
                add(samples, devices, true);
            }
            if (!quick) {
                add(samples, 1_000, false);
                add(samples, WITHOUT_SERVICES, false);
            }
        } catch (IOException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(3);
        }
        System.out.println("Firewalls enforced at the level " + samples.get(0).level());
        FleetTable.goals(samples).forEach(System.out::println);
    }

    private static void add(List<FleetSample> samples, int devices, boolean services)
            throws IOException, InterruptedException {
        int block = FIRST_BLOCK + 2 * (int) (ProcessHandle.current().pid() % (BLOCKS / 2));
        Path launcher = Path.of("wec7emu").toAbsolutePath();
        try (FleetRun run = FleetRun.start(launcher, devices, services, block)) {
            FleetSample sample = run.measure(block);
            if (samples.isEmpty()) {
                System.out.println(FleetTable.head());
            }
            System.out.println(FleetTable.row(sample, samples.isEmpty() ? null : samples.get(0)));
            samples.add(sample);
        }
    }
}
