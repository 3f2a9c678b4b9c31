package org.wec7emu.ftp;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.wec7emu.fault.FaultKind;
import org.wec7emu.fault.FaultState;
import org.wec7emu.journal.Journal.Subscription;

/** The sessions that a device serves at a time, and the clients that wait for one of them to end. */
final class Places {
    /** Of the emulator, since each one that waits costs a thread: the length of a listening socket's queue. */
    private static final int MOST_WAITING = 64;

    private final int most;
    private final FaultState faults;
    private final Set<CeSession> taken = new HashSet<>();
    /** In the order in which they came, whichever thread was faster. */
    private final Queue<CeSession> waiting = new PriorityQueue<>(Comparator.comparingLong(CeSession::id));

    /** @param most sessions at a time */
    Places(int most, FaultState faults) {
        this.most = most;
        this.faults = faults;
    }

    private boolean hasRoom() {
        return taken.size() < most && !faults.has(FaultKind.SESSION_LIMIT);
    }

    /** Whether the session gets a place, at once or not at all. */
    synchronized boolean take(CeSession session) {
        return waiting.isEmpty() && hasRoom() && taken.add(session);
    }

    /**
     * Waits for a place, after those that wait already.
     *
     * @param limit zero means as long as the connection lives
     * @return false when the connection ended, the limit passed or too many wait
     */
    @SuppressWarnings("try") // the listening lasts as long as the block
    synchronized boolean await(CeSession session, Duration limit) {
        if (waiting.size() >= MOST_WAITING) {
            return false;
        }
        long deadline = System.nanoTime() + limit.toNanos();
        waiting.add(session);
        session.onClose(this::wake);
        try (Subscription ignored = faults.onChange(this::wake)) {
            while (!session.isClosed() && !isNext(session)) {
                long left = limit.isZero() ? 0 : Math.max(0, deadline - System.nanoTime()) / 1_000_000;
                if (!limit.isZero() && left == 0) {
                    return false;
                }
                wait(left);
            }
            return !session.isClosed() && taken.add(session);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting.remove(session);
            notifyAll();
        }
    }

    private boolean isNext(CeSession session) {
        return hasRoom() && session == waiting.peek();
    }

    private synchronized void wake() {
        notifyAll();
    }

    /** Gives the session's place back, if it had one. */
    synchronized void free(CeSession session) {
        taken.remove(session);
        notifyAll();
    }
}
