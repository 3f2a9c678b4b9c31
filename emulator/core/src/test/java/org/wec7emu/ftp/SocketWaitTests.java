package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting for one socket, here the end of a pipe. */
@Timeout(20)
class SocketWaitTests {
    private static final Duration LONG = Duration.ofMinutes(1);

    private Pipe pipe;
    private SocketWait wait;

    @BeforeEach
    void open() throws IOException {
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        wait = new SocketWait(pipe.source());
    }

    @AfterEach
    void close() throws IOException {
        wait.close();
        pipe.source().close();
        pipe.sink().close();
    }

    @Test
    void endsWhenTheSocketIsReady() throws IOException {
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));

        assertThat(wait.until(SelectionKey.OP_READ, LONG)).isTrue();
    }

    @Test
    void endsWithItsTimer() throws IOException {
        assertThat(wait.until(SelectionKey.OP_READ, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aWakeUpBeforeTheFirstWaitEndsIt() throws IOException {
        wait.wakeUp();

        assertThat(wait.until(SelectionKey.OP_READ, LONG)).isFalse();
    }

    @Test
    void aWakeUpEndsOneWaitOnly() throws IOException {
        wait.wakeUp();
        wait.until(SelectionKey.OP_READ, LONG);
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));

        assertThat(wait.until(SelectionKey.OP_READ, LONG)).isTrue();
    }

    /** As one that was meant for a wait which has ended meanwhile by itself. */
    @Test
    void aWakeUpDoesNotEndAWaitForReadiness() throws Exception {
        wait.wakeUp();
        CompletableFuture<Boolean> ready = CompletableFuture.supplyAsync(() -> {
            try {
                return wait.untilReady(SelectionKey.OP_READ, LONG);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        wait.wakeUp();
        pipe.sink().write(ByteBuffer.wrap(new byte[1]));

        assertThat(ready.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aWaitForReadinessEndsWithItsTimer() throws IOException {
        wait.wakeUp();

        assertThat(wait.untilReady(SelectionKey.OP_READ, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void nothingIsWaitedForOnceItIsClosed() throws IOException {
        wait.close();

        assertThatThrownBy(() -> wait.until(SelectionKey.OP_READ, LONG)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void closingEndsTheWaitOfAnotherThread() throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread waiting = new Thread(() -> {
            try {
                wait.until(SelectionKey.OP_READ, LONG);
                ended.complete(new AssertionError("the pipe was ready"));
            } catch (IOException e) {
                ended.complete(e);
            }
        });
        waiting.start();
        wait.close();

        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(ClosedChannelException.class);
    }
}
