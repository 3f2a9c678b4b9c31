package org.wec7emu.host;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.session.IoSession;

/**
 * What comes over a connection, one thing after the other, and no more of it than is carried out. Of a client that sends
 * commands faster than they are answered, or doesn't read the answers, nothing more is read until it has caught up: the
 * kernel's buffers fill, and then its own sending stops. So no client takes memory without end.
 */
final class Intake implements ControlAcceptor.Holding {
    /** Commands that wait behind another; more than a client sends ahead that means well. */
    private static final int MOST_WAITING = 256;
    /** Bytes of replies that the client hasn't taken yet. */
    private static final int MOST_UNSENT = 64 * 1024;

    private static final long SHORTEST_REST = TimeUnit.MICROSECONDS.toNanos(50);

    private final IoSession session;
    private final Turns turns;
    private final ScheduledExecutorService timer;
    private boolean held;
    private boolean ended;
    private boolean flooded;
    private boolean resting;

    /** @param timer tells when it may go on */
    Intake(IoSession session, Turns turns, ScheduledExecutorService timer) {
        this.session = session;
        this.turns = turns;
        this.timer = timer;
    }

    /** Reads nothing for so many nanoseconds; as many as are too few for a timer pass unnoticed. */
    void rest(long nanos) {
        if (nanos < SHORTEST_REST) {
            return;
        }
        synchronized (this) {
            resting = true;
            readOrNot();
        }
        try {
            Future<?> unused = timer.schedule(this::goOn, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the last device goes, and this connection with it
        }
    }

    private synchronized void goOn() {
        resting = false;
        readOrNot();
    }

    /** Does it now, or after what came before. */
    void take(boolean prompt, Runnable task) {
        turns.take(prompt, () -> {
            try {
                task.run();
            } finally {
                regulate();
            }
        });
        regulate();
    }

    /** To be called whenever there may be more or less to do, or to send. */
    void regulate() {
        synchronized (this) {
            int waiting = turns.waiting();
            long unsent = session.getScheduledWriteBytes();
            boolean less = waiting <= MOST_WAITING / 2 && unsent <= MOST_UNSENT / 2;
            boolean more = waiting > MOST_WAITING || unsent > MOST_UNSENT;
            if (flooded ? !less : !more) {
                return;
            }
            flooded = !flooded;
            readOrNot();
        }
    }

    @Override
    public void hold() {
        turns.hold();
        synchronized (this) {
            held = true;
            readOrNot();
        }
    }

    @Override
    public void release() {
        turns.release();
        synchronized (this) {
            held = false;
            readOrNot();
        }
    }

    /** The end of the input stays readable, which would keep the I/O thread busy. */
    synchronized void end() {
        ended = true;
        readOrNot();
    }

    private void readOrNot() {
        if (held || ended || flooded || resting) {
            session.suspendRead();
        } else {
            session.resumeRead();
        }
    }
}
