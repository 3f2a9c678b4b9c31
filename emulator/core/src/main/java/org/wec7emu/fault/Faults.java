package org.wec7emu.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.DeviceEvent;
import org.wec7emu.journal.Journal;

/**
 * Starts and ends the faults of a device.
 *
 * <pre>{@code
 * try (Faults.Running fault = device.faults().start(new Fault.LinkDown())) {
 *     assertThatThrownBy(() -> tool.upload(file)).hasMessageContaining("timed out");
 * }
 * }</pre>
 *
 * <p>Of each kind one is on at most: starting another one ends it. All end with the device. Safe for use by several threads.
 */
public final class Faults {
    private final Journal journal;
    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Effects effects;
    private final FaultState state = new FaultState(this::strike);
    private final Map<FaultKind, Running> running = new EnumMap<>(FaultKind.class);
    private boolean closed;

    /**
     * @param clock of the journal
     * @param timer for tasks of milliseconds
     * @param effects what a fault does besides what those do who ask {@link #state}
     */
    public Faults(Journal journal, InstantSource clock, ScheduledExecutorService timer, Effects effects) {
        this.journal = journal;
        this.clock = clock;
        this.timer = timer;
        this.effects = effects;
    }

    /** What the device does when its faults change. Called with no other change under way. */
    public interface Effects {
        /**
         * A fault is about to begin.
         *
         * @throws IOException when it can't be had; it doesn't begin then
         */
        default void begins(Fault fault) throws IOException {}

        /** A fault has ended. */
        default void ended(Fault fault) {}

        /** A fault does what it does once. Must not wait. */
        default void strikes(Fault fault) {}

        /** What can't be reproduced of it here, in a sentence; empty where nothing is amiss. */
        default String limits(Fault fault) {
            return "";
        }

        /** Whether the process has to keep the device still while the link is down. */
        default boolean holdsLinkDown() {
            return true;
        }
    }

    /** A fault that was started. */
    public final class Running implements AutoCloseable {
        private final Fault fault;
        private @Nullable ScheduledFuture<?> end;

        private Running(Fault fault) {
            this.fault = fault;
        }

        public Fault fault() {
            return fault;
        }

        /** Ends it. Does nothing when it has ended, or another one of its kind was started. */
        @Override
        public void close() {
            finish(this);
        }
    }

    /**
     * Starts a fault.
     *
     * @throws IOException when this host can't have it; the message says why
     * @throws IllegalStateException when the device is closed
     */
    public Running start(Fault fault) throws IOException {
        return begin(fault, null);
    }

    /** The same, and ends it by itself after {@code lasts}, which is positive. */
    public Running start(Fault fault, Duration lasts) throws IOException {
        return begin(fault, lasts);
    }

    /** The same as a user has written it. */
    public Running start(FaultText text) throws IOException {
        return begin(text.fault(), text.lasts().orElse(null));
    }

    private Running begin(Fault fault, @Nullable Duration lasts) throws IOException {
        Running started = new Running(fault);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the device is closed");
            }
            Running before = running.get(fault.kind());
            if (before != null) {
                finish(before);
            }
            effects.begins(fault);
            running.put(fault.kind(), started);
            state.put(fault, effects.holdsLinkDown());
            journal.append(new DeviceEvent.FaultStarted(
                    clock.instant(),
                    fault.kind().label(),
                    FaultText.parameters(fault),
                    fault.kind().description(),
                    effects.limits(fault)));
            if (lasts != null) {
                started.end = timer.schedule(started::close, lasts.toNanos(), TimeUnit.NANOSECONDS);
            }
            state.tell();
        }
        return started;
    }

    private boolean finish(Running ending) {
        synchronized (this) {
            Fault fault = ending.fault;
            if (!running.remove(fault.kind(), ending)) {
                return false;
            }
            ScheduledFuture<?> timed = ending.end;
            if (timed != null) {
                timed.cancel(false);
            }
            state.remove(fault.kind());
            effects.ended(fault);
            journal.append(
                    new DeviceEvent.FaultEnded(clock.instant(), fault.kind().label()));
            state.tell();
            return true;
        }
    }

    /** Ends the fault of a kind; false when none was on. */
    public synchronized boolean end(FaultKind kind) {
        Running found = running.get(kind);
        return found != null && finish(found);
    }

    /** Ends all faults. */
    public synchronized void endAll() {
        List.copyOf(running.values()).forEach(this::finish);
    }

    /** Those that are on, in the order of their kinds. */
    public List<Fault> active() {
        return state.all();
    }

    /** The same for those who suffer from them. */
    public FaultState state() {
        return state;
    }

    private void strike(Fault fault, long session, String because) {
        synchronized (this) {
            Running found = running.get(fault.kind());
            if (found == null || !found.fault.equals(fault)) {
                return;
            }
            journal.append(new DeviceEvent.FaultStruck(
                    clock.instant(), session, fault.kind().label(), because));
            if (!fault.kind().isOnce()) {
                return;
            }
            finish(found);
        }
        effects.strikes(fault);
    }

    /** Ends all faults, for good. */
    public void close() {
        synchronized (this) {
            closed = true;
            endAll();
        }
    }
}
