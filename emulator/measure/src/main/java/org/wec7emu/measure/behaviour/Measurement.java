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
import org.wec7emu.check.client.CommandTemplate;
import org.wec7emu.measure.behaviour.Side.Emulated;
import org.wec7emu.measure.behaviour.Side.Remote;

/**
 * Puts the same questions to two sides, both at a time. Each wait has a limit; interrupting the thread that waits for the
 * measurement ends it, and nothing of it is left.
 */
public final class Measurement {
    private static final int AT_A_TIME = 4;
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

    private MeasuredDifferences between(Side first, Side second, List<Round> rounds) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(Measurement::daemon);
        try {
            List<Future<List<Findings>>> one = begun(threads, first, rounds);
            List<Future<List<Findings>>> other = begun(threads, second, rounds);
            return MeasuredDifferences.of(first, joined(one), second, joined(other));
        } finally {
            threads.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "wec7emu-measure");
        thread.setDaemon(true);
        return thread;
    }

    /** What one side does, alone. */
    Findings of(Side side, List<Round> rounds) throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(Measurement::daemon);
        try {
            return joined(begun(threads, side, rounds));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Devices of ours are asked by several threads, each of its own devices, as much of the time is waiting. */
    private List<Future<List<Findings>>> begun(ExecutorService threads, Side side, List<Round> rounds) {
        int at = side instanceof Remote ? 1 : AT_A_TIME;
        List<Future<List<Findings>>> begun = new ArrayList<>();
        for (int i = 0; i < at; i++) {
            List<Round> share = new ArrayList<>();
            for (int round = i; round < rounds.size(); round += at) {
                share.add(rounds.get(round));
            }
            begun.add(threads.submit(() -> {
                List<Findings> found = new ArrayList<>();
                for (Round round : share) {
                    found.add(asked(side, round));
                }
                return found;
            }));
        }
        return begun;
    }

    /** In the order of the rounds, which were dealt out in turn. */
    private static Findings joined(List<Future<List<Findings>>> shares) throws InterruptedException {
        List<List<Findings>> found = new ArrayList<>();
        try {
            for (Future<List<Findings>> share : shares) {
                found.add(share.get());
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof InterruptedException) {
                throw new InterruptedException("the measurement was interrupted");
            }
            throw new IllegalStateException(e.getCause());
        }
        Findings all = new Findings();
        for (int round = 0; round < found.get(0).size(); round++) {
            for (List<Findings> share : found) {
                if (round < share.size()) {
                    share.get(round).all().forEach(all::note);
                }
            }
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
