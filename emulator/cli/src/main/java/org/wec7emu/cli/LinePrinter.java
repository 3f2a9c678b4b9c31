package org.wec7emu.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Prints lines from a thread of its own, so that a terminal or pipe that nobody reads can't hold up the device. When too many
 * lines wait, further ones are left out, and their number is printed as soon as somebody reads again.
 */
final class LinePrinter {
    private static final int MOST_WAITING = 10_000;
    private static final Duration END = Duration.ofSeconds(1);
    /** Told from every other line by its identity. */
    @SuppressWarnings("StringOperationCanBeSimplified")
    private static final String LAST = new String("last");

    private final PrintWriter out;
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread thread = new Thread(this::run, "wec7emu-lines");

    LinePrinter(PrintWriter out) {
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    /** Prints a line soon; never waits. */
    void println(String line) {
        if (!waiting.offer(line)) {
            leftOut.incrementAndGet();
        }
    }

    private void run() {
        try {
            for (String line = waiting.take(); !isLast(line); line = waiting.take()) {
                out.println(line);
                long missing = waiting.isEmpty() ? leftOut.getAndSet(0) : 0;
                if (missing > 0) {
                    out.println("(" + missing + " lines left out, as nobody read them)");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isLast(String line) {
        return line == LAST;
    }

    /** Prints what still waits, unless nobody reads it within {@code END}. */
    void finish() {
        try {
            if (waiting.offer(LAST)) {
                thread.join(END.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
