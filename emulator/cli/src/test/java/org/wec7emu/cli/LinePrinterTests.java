package org.wec7emu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The lines of a running device, whether or not anybody reads them. */
class LinePrinterTests {
    @Test
    void printsInOrderAndToTheLastLine() {
        StringWriter text = new StringWriter();
        LinePrinter printer = new LinePrinter(new PrintWriter(text, true));

        for (int i = 1; i <= 1_000; i++) {
            int number = i;
            printer.println(() -> "line " + number);
        }
        printer.finish();

        assertThat(text.toString().lines()).hasSize(1_000).startsWith("line 1").endsWith("line 1000");
    }

    @Test
    @Timeout(20)
    void nobodyReadingHoldsUpNobody() {
        CountDownLatch read = new CountDownLatch(1);
        LinePrinter printer = new LinePrinter(new PrintWriter(writerStuckUntil(read)));
        try {
            for (int i = 0; i < 100_000; i++) {
                printer.println(() -> "a line that nobody reads");
            }
            printer.finish();
        } finally {
            read.countDown();
        }
    }

    /** A pipe that is full, until somebody reads. */
    private static Writer writerStuckUntil(CountDownLatch read) {
        return new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                try {
                    read.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
