package org.wec7emu.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wec7emu.journal.Journal.Subscription;

/**
 * The faults that are on, for those who suffer from them. Who asks while none is pays for the reading of a field. Safe for use by
 * several threads.
 */
public final class FaultState {
    private final Strikes strikes;
    private final Map<Object, Runnable> listeners = new ConcurrentHashMap<>();
    private volatile @Nullable Map<FaultKind, Burden> burdens;
    private volatile boolean held;

    FaultState(Strikes strikes) {
        this.strikes = strikes;
    }

    /** What is told when a fault strikes. */
    @FunctionalInterface
    interface Strikes {
        void strike(Fault fault, long session, String because);
    }

    /** That of something that no fault befalls. */
    public static FaultState none() {
        return new FaultState((fault, session, because) -> {});
    }

    /** Whether no fault is on. */
    public boolean isQuiet() {
        return burdens == null;
    }

    /** The fault of a kind; null when it isn't on. */
    public <F extends Fault> @Nullable F now(FaultKind kind, Class<F> type) {
        Burden burden = burden(kind);
        return burden == null ? null : type.cast(burden.fault());
    }

    /** Whether a fault of that kind is on. */
    public boolean has(FaultKind kind) {
        return burden(kind) != null;
    }

    private @Nullable Burden burden(FaultKind kind) {
        Map<FaultKind, Burden> now = burdens;
        return now == null ? null : now.get(kind);
    }

    /** Whether the device neither reads nor says anything: it hangs, or the link is down and the kernel doesn't see to it. */
    public boolean isStill() {
        return burdens != null && (held || has(FaultKind.NO_ANSWER));
    }

    /** How long to wait until bytes have been on the network, in nanoseconds. */
    public long onLink(boolean toClient, long bytes) {
        Burden slow = burden(FaultKind.SLOW_LINK);
        return slow == null ? 0 : slow.pass(toClient, bytes);
    }

    /** How long to wait until bytes have been read from the card or written to it, in nanoseconds. */
    public long onCard(long bytes) {
        Burden slow = burden(FaultKind.SLOW_CARD);
        return slow == null ? 0 : slow.pass(false, bytes);
    }

    /** What the network adds to each way there and back. */
    public Duration linkDelay() {
        Fault.SlowLink slow = now(FaultKind.SLOW_LINK, Fault.SlowLink.class);
        return slow == null ? Duration.ZERO : slow.delay();
    }

    /** The most bytes to move at a time, so that all get their share of what is slow. */
    public long atATime(long wanted) {
        Fault.SlowLink link = now(FaultKind.SLOW_LINK, Fault.SlowLink.class);
        Fault.SlowCard card = now(FaultKind.SLOW_CARD, Fault.SlowCard.class);
        long most = wanted;
        if (link != null) {
            most = Math.min(most, link.rate() / Fault.SlowLink.PIECES);
        }
        if (card != null) {
            most = Math.min(most, card.rate() / Fault.SlowCard.PIECES);
        }
        return Math.max(1, most);
    }

    /** How many of {@code wanted} bytes the card takes; they are taken then. */
    public long takeRoom(long wanted) {
        Burden full = burden(FaultKind.CARD_FULL);
        return full == null ? wanted : full.take(wanted);
    }

    /** How many bytes the card takes yet. */
    public long room() {
        Burden full = burden(FaultKind.CARD_FULL);
        return full == null ? Long.MAX_VALUE : full.free();
    }

    /** Says that a session met a fault, in a sentence; what a fault does once, it does now. Does nothing when it is over. */
    public void strike(FaultKind kind, long session, String because) {
        Burden burden = burden(kind);
        if (burden != null) {
            strikes.strike(burden.fault(), session, because);
        }
    }

    /** Runs {@code listener} after each change, on a thread that must not be held up. */
    public Subscription onChange(Runnable listener) {
        Object key = new Object();
        listeners.put(key, listener);
        return () -> listeners.remove(key);
    }

    List<Fault> all() {
        List<Fault> all = new ArrayList<>();
        Map<FaultKind, Burden> now = burdens;
        if (now != null) {
            now.values().forEach(burden -> all.add(burden.fault()));
        }
        return all;
    }

    /** @param holds whether this process has to see to it that the device is still */
    synchronized void put(Fault fault, boolean holds) {
        change(fault.kind(), new Burden(fault), holds);
    }

    synchronized void remove(FaultKind kind) {
        change(kind, null, false);
    }

    private void change(FaultKind kind, @Nullable Burden burden, boolean holds) {
        Map<FaultKind, Burden> next = new EnumMap<>(FaultKind.class);
        Map<FaultKind, Burden> before = burdens;
        if (before != null) {
            next.putAll(before);
        }
        if (burden == null) {
            next.remove(kind);
        } else {
            next.put(kind, burden);
        }
        if (kind == FaultKind.LINK_DOWN) {
            held = holds;
        }
        burdens = next.isEmpty() ? null : next;
    }

    /** Tells those who listen; not under a lock. */
    void tell() {
        listeners.values().forEach(Runnable::run);
    }
}
