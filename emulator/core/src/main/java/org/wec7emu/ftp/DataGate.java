package org.wec7emu.ftp;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.journal.DeviceEvent.Content;
import org.wec7emu.journal.Journal.Subscription;
import org.wec7emu.storage.CardRemovedException;

/**
 * What faults do to the bytes of one transfer: they wait, move slowly, or not at all. While no fault is on, it costs the reading of a
 * field for each piece.
 */
final class DataGate {
    /** More than the device needs to go when its power does. */
    private static final Duration POWER_OFF = Duration.ofSeconds(30);

    private final FaultState faults;
    private final long session;
    private final Content content;
    private final boolean onCard;

    /** @param onCard whether the bytes come from the card or go there */
    DataGate(FaultState faults, long session, Content content, boolean onCard) {
        this.faults = faults;
        this.session = session;
        this.content = content;
        this.onCard = onCard;
    }

    /** That of a transfer which no fault befalls. */
    static DataGate open() {
        return new DataGate(FaultState.none(), 0, Content.LISTING, false);
    }

    /** Whether the system is not to take in much ahead. */
    boolean isNarrow() {
        return faults.has(FaultKind.SLOW_LINK);
    }

    /**
     * Waits until bytes may move.
     *
     * @param moved before
     * @param wait of the connection, whose end ends this
     * @param stall longest wait
     * @return how many may, 1 to {@code wanted}
     */
    long admit(long moved, long wanted, SocketWait wait, Duration stall) throws IOException {
        if (faults.isQuiet()) {
            return wanted;
        }
        awaitLife(wait, stall);
        if (onCard && faults.has(FaultKind.CARD_REMOVED)) {
            throw new CardRemovedException();
        }
        long most = Math.min(wanted, untilStrike(moved));
        if (most <= 0) {
            strike(moved);
            wait.untilReady(0, POWER_OFF);
            throw new IOException("the device was to go off, and didn't");
        }
        return faults.atATime(most);
    }

    @SuppressWarnings("try") // the listening lasts as long as the block
    private void awaitLife(SocketWait wait, Duration stall) throws IOException {
        if (!faults.isStill()) {
            return;
        }
        long deadline = System.nanoTime() + stall.toNanos();
        try (Subscription ignored = faults.onChange(wait::wakeUp)) {
            while (faults.isStill()) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    throw new SocketTimeoutException("nothing moved for " + stall.toSeconds() + " s");
                }
                wait.until(0, Duration.ofNanos(left));
            }
        }
    }

    /** Bytes until a fault strikes that does so at a certain one. */
    private long untilStrike(long moved) {
        Fault.PowerCut cut = faults.now(FaultKind.POWER_CUT, Fault.PowerCut.class);
        if (content == Content.UPLOAD && cut != null) {
            return cut.after() - moved;
        }
        Fault.Restart restart = faults.now(FaultKind.RESTART, Fault.Restart.class);
        return content == Content.DOWNLOAD && restart != null ? restart.after() - moved : Long.MAX_VALUE;
    }

    private void strike(long moved) {
        boolean upload = content == Content.UPLOAD;
        faults.strike(
                upload ? FaultKind.POWER_CUT : FaultKind.RESTART,
                session,
                (upload ? "the power is cut when " : "the device restarts when ") + moved + " bytes are "
                        + (upload ? "stored" : "sent"));
    }

    /** Takes the time that bytes need which have just moved. */
    void moved(long bytes, SocketWait wait) throws IOException {
        if (faults.isQuiet() || bytes <= 0) {
            return;
        }
        long nanos = faults.onLink(content != Content.UPLOAD, bytes);
        if (onCard) {
            nanos = Math.max(nanos, faults.onCard(bytes));
        }
        rest(nanos, wait);
    }

    /** Takes the time of a way there and back, before a transfer begins. */
    void begin(SocketWait wait) throws IOException {
        rest(faults.linkDelay().toNanos(), wait);
    }

    @SuppressWarnings("try") // the listening lasts as long as the block
    private void rest(long nanos, SocketWait wait) throws IOException {
        long deadline = System.nanoTime() + nanos;
        try (Subscription ignored = faults.onChange(wait::wakeUp)) {
            for (long left = nanos; left > 0 && !faults.isQuiet(); left = deadline - System.nanoTime()) {
                wait.until(0, Duration.ofNanos(left));
            }
        }
    }
}
