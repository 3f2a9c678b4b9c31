package org.wec7emu.check.client;

import java.io.File;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.wec7emu.check.ClientEnd;

/** A client that runs, with nothing to read and its output kept. Nothing of it is left when it is closed. */
final class ClientProcess implements AutoCloseable {
    /** In the environment of the client and of all that it starts; its value is another one each time. */
    static final String MARK = "WEC7_CHECK";

    private static final File NOTHING = new File("/dev/null");
    private static final long LAST_OUTPUT_MILLIS = 1000;

    private final Process process;
    private final ProcessTree tree;
    private final OutputTail output;
    private final long start = System.nanoTime();

    private ClientProcess(Process process, String mark) {
        this.process = process;
        tree = new ProcessTree(process.toHandle(), MARK + "=" + mark);
        output = new OutputTail(process.getInputStream());
    }

    /**
     * @param environment what it has besides this process's own
     * @throws IOException when there is no such program
     */
    static ClientProcess start(List<String> commandLine, Map<String, String> environment) throws IOException {
        String mark = UUID.randomUUID().toString();
        ProcessBuilder builder =
                new ProcessBuilder(commandLine).redirectErrorStream(true).redirectInput(NOTHING);
        builder.environment().putAll(environment);
        builder.environment().put(MARK, mark);
        return new ClientProcess(builder.start(), mark);
    }

    /** What is looked at all the while. */
    @FunctionalInterface
    interface Look {
        /** Whether to wait on. */
        boolean goesOn(Duration running);
    }

    /** Waits for its end, or until it has taken as long as it may or is to be stopped; then it still runs until this is closed. */
    ClientEnd await(Duration limit, Duration period, Look look) throws InterruptedException {
        while (true) {
            long left = limit.toNanos() - running().toNanos();
            if (process.waitFor(Math.min(Math.max(left, 0), period.toNanos()), TimeUnit.NANOSECONDS)) {
                return new ClientEnd.Exited(process.exitValue());
            } else if (left <= 0) {
                return new ClientEnd.TimedOut(limit);
            }
            if (!look.goesOn(running())) {
                return new ClientEnd.Stopped(running());
            }
        }
    }

    /** Since it was started. */
    Duration running() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** What it printed last; call it when all of it has ended. */
    String output() throws InterruptedException {
        output.awaitEnd(LAST_OUTPUT_MILLIS);
        return output.text();
    }

    @Override
    public void close() {
        tree.kill();
    }
}
