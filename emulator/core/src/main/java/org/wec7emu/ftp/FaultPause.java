package org.wec7emu.ftp;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.journal.Journal.Subscription;

/** A wait that a fault imposes on a session. */
final class FaultPause {
    private FaultPause() {}

    /** Waits that long, or until no such fault is on, or until the control connection ends. */
    @SuppressWarnings("try") // the listening lasts as long as the block
    static void of(CeSession session, FaultKind kind, Duration longest) {
        FaultState faults = session.environment().faults();
        Semaphore changes = new Semaphore(0);
        session.onClose(changes::release);
        long deadline = System.nanoTime() + longest.toNanos();
        try (Subscription ignored = faults.onChange(changes::release)) {
            boolean waiting = true;
            while (waiting && faults.has(kind) && !session.isClosed()) {
                waiting = changes.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
