package org.wec7emu.ftp;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.journal.Journal.Subscription;

/**
 * The way of a session's replies to its client. They leave at once; while a fault is on, as late as it has it, but in their order, and
 * the end of the connection behind them.
 */
final class ReplyPath {
    private final FaultState faults;
    private final ScheduledExecutorService timer;
    private final Deque<Late> late = new ArrayDeque<>();
    private @Nullable Subscription listening;
    private @Nullable ScheduledFuture<?> scheduled;
    private boolean ended;

    ReplyPath(FaultState faults, ScheduledExecutorService timer) {
        this.faults = faults;
        this.timer = timer;
    }

    /** Something that is sent when its time has come. */
    private record Late(long due, Runnable sending) {}

    /**
     * Sends something, now or later.
     *
     * @param bytes of it; asked only where that matters
     * @param sending must not wait
     */
    synchronized void take(IntSupplier bytes, Runnable sending) {
        if (late.isEmpty() && faults.isQuiet()) {
            sending.run();
        } else if (!ended) {
            long wait =
                    faults.onLink(true, bytes.getAsInt()) + faults.linkDelay().toNanos();
            late.add(new Late(System.nanoTime() + wait, sending));
            if (listening == null) {
                listening = faults.onChange(this::flush);
            }
            flush();
        }
    }

    private synchronized void flush() {
        while (!late.isEmpty() && !faults.isStill()) {
            long left = late.element().due - System.nanoTime();
            if (left > 0 && faults.has(FaultKind.SLOW_LINK)) {
                comeBack(left);
                return;
            }
            late.remove().sending.run();
        }
        if (late.isEmpty()) {
            stopListening();
        }
    }

    private void comeBack(long nanos) {
        if (scheduled == null) {
            scheduled = timer.schedule(this::timeHasCome, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private synchronized void timeHasCome() {
        scheduled = null;
        flush();
    }

    private void stopListening() {
        Subscription ending = listening;
        listening = null;
        if (ending != null) {
            ending.close();
        }
    }

    /** Forgets what has not been sent, as the connection has ended. */
    synchronized void end() {
        ended = true;
        late.clear();
        stopListening();
        ScheduledFuture<?> waiting = scheduled;
        if (waiting != null) {
            waiting.cancel(false);
        }
    }
}
