package org.wec7emu.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Prints lines from a thread of its own, so that a terminal or pipe that nobody reads can't hold up the device. When too many
 * lines wait, further ones are left out, and their number is printed as soon as somebody reads again.
 */
final class LinePrinter {
    private static final int MOST_WAITING = 10_000;
    private static final Duration END = Duration.ofSeconds(1);
    /** Told from every other line by its identity. */
    private static final Supplier<String> LAST = String::new;

    private final PrintWriter out;
    private final BlockingQueue<Supplier<String>> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong leftOut = new AtomicLong();
    private final Thread thread = new Thread(this::run, "wec7emu-lines");

    LinePrinter(PrintWriter out) {
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    /** Prints a line soon; never waits. The line is made where it is printed. */
    void println(Supplier<String> line) {
        if (!waiting.offer(line)) {
            leftOut.incrementAndGet();
        }
    }

    private void run() {
        try {
            for (Supplier<String> line = waiting.take(); line != LAST; line = waiting.take()) {
                out.print(line.get());
                out.print('\n');
                if (waiting.isEmpty()) {
                    tellWhatIsMissing();
                    out.flush(); // not behind each of many lines
                }
            }
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellWhatIsMissing() {
        long missing = leftOut.getAndSet(0);
        if (missing > 0) {
            out.println("(" + missing + " lines left out, as nobody read them)");
        }
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
