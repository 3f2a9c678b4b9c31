package org.wec7emu.measure.behaviour;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.wec7emu.check.client.CommandTemplate;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.measure.behaviour.Side.Remote;

/**
 * Puts the same questions to two sides, both at a time. Each wait has a limit; interrupting the thread that waits for the
 * measurement ends it, and nothing of it is left.
 */
public final class Measurement {
    private static final int AT_A_TIME = 4;
    private static final Duration CLEAN_UP = Duration.ofSeconds(10);
    private static final String NOTHING_SEEN = "nothing was to be seen of it";

    private final Progress progress;

    /** Whoever wants to know how it is getting on. */
    @FunctionalInterface
    public interface Progress {
        /**
         * Called whenever some behaviours begin or end to be asked for, from any thread.
         *
         * @param side of whom
         * @param what such as "data modes"
         * @param begins whether they begin to
         */
        void asking(String side, String what, boolean begins);
    }

    public Measurement(Progress progress) {
        this.progress = progress;
    }

    /** Measures both and says in what they differ. */
    public MeasuredDifferences between(Side first, Side second) throws InterruptedException {
        return between(first, second, Rounds.all(first, second));
    }

    /**
     * The same, and what becomes of a client with either.
     *
     * @param client its command line, with placeholders as {@link CommandTemplate} has them
     * @param limit how long it may take; then it is killed with all that it has started
     */
    public MeasuredDifferences between(Side first, Side second, CommandTemplate client, Duration limit)
            throws InterruptedException {
        List<Round> rounds = new ArrayList<>(Rounds.all(first, second));
        boolean verdicts = first instanceof Emulated && second instanceof Emulated;
        rounds.add(new ClientRound(client, limit, verdicts));
        return between(first, second, rounds);
    }

    /** The same with some of the questions. */
    MeasuredDifferences between(Side first, Side second, List<Round> rounds) throws InterruptedException {
        ExecutorService forFirst = threads(first);
        ExecutorService forSecond = threads(second);
        try {
            List<Future<Findings>> one = begun(forFirst, first, rounds);
            List<Future<Findings>> other = begun(forSecond, second, rounds);
            return MeasuredDifferences.of(first, joined(one), second, joined(other));
        } finally {
            end(forFirst);
            end(forSecond);
        }
    }

    /** What one side does, alone. */
    Findings of(Side side, List<Round> rounds) throws InterruptedException {
        ExecutorService threads = threads(side);
        try {
            return joined(begun(threads, side, rounds));
        } finally {
            end(threads);
        }
    }

    /** Waits until what was started or made for it is gone, as far as that can be waited for. */
    static void end(ExecutorService threads) {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(CLEAN_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Devices of ours are asked by several threads, each of its own devices, as much of the time is waiting. */
    private static ExecutorService threads(Side side) {
        return Executors.newFixedThreadPool(side instanceof Remote ? 1 : AT_A_TIME, Measurement::daemon);
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wec7emu-measure");
        thread.setDaemon(true);
        return thread;
    }

    private List<Future<Findings>> begun(ExecutorService threads, Side side, List<Round> rounds) {
        List<Future<Findings>> begun = new ArrayList<>();
        rounds.forEach(round -> begun.add(threads.submit(() -> asked(side, round))));
        return begun;
    }

    private static Findings joined(List<Future<Findings>> rounds) throws InterruptedException {
        Findings all = new Findings();
        try {
            for (Future<Findings> round : rounds) {
                round.get().all().forEach(all::note);
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the measurement was interrupted");
            }
            throw new IllegalStateException(e.getCause());
        }
        return all;
    }

    private Findings asked(Side side, Round round) throws InterruptedException {
        Findings findings = new Findings();
        if (side instanceof Remote && !round.notFromOutside().isEmpty()) {
            findings.notAsked(round.behaviours(), round.notFromOutside());
            return findings;
        }
        progress.asking(side.name(), round.name(), true);
        try {
            round.ask(side, findings);
            findings.notAsked(round.behaviours(), NOTHING_SEEN);
        } catch (InterruptedIOException e) {
            throw new InterruptedException(e.getMessage());
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException(why(e));
            }
            findings.notAsked(round.behaviours(), why(e));
        } finally {
            progress.asking(side.name(), round.name(), false);
        }
        return findings;
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** All behaviours that two sides would be asked for. */
    public static List<Behaviour> behaviours(Side first, Side second) {
        List<Behaviour> all = new ArrayList<>();
        Rounds.all(first, second).forEach(round -> all.addAll(round.behaviours()));
        return all;
    }
}
