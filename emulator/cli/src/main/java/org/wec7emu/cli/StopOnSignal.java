package org.wec7emu.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, Ctrl-C (SIGINT), SIGTERM and SIGHUP don't end the process at once: what runs is told to stop, and has some
 * time to write what there is. The exit code is then 128 and the signal's number.
 */
final class StopOnSignal implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final PrintWriter err;
    private final Runnable stop;
    private final Thread hook = new Thread(this::stop, "wec7emu-stop");

    private final String said;

    private StopOnSignal(PrintWriter err, String said, Runnable stop) {
        this.err = err;
        this.said = said;
        this.stop = stop;
    }

    /** @param stop makes what runs end soon; called by another thread */
    static StopOnSignal of(PrintWriter err, Runnable stop) {
        return of(err, "reporting what has happened so far", stop);
    }

    /** @param said what is done now, for whoever waits */
    static StopOnSignal of(PrintWriter err, String said, Runnable stop) {
        StopOnSignal signals = new StopOnSignal(err, said, stop);
        Runtime.getRuntime().addShutdownHook(signals.hook);
        return signals;
    }

    private void stop() {
        err.println("wec7emu: stopped; " + said);
        stop.run();
        try {
            if (!finished.await(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                err.println("wec7emu: no report is written: the device or the client doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What there is has been written; from now on a signal ends the process at once. */
    @Override
    public void close() {
        finished.countDown();
        EndOfProcess.remove(hook);
    }
}
