package org.wec7emu.soak;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wec7emu.fault.Fault;
import org.wec7emu.fault.FaultKind;

/**
 * What a device's clients must meet at the moment. Turns count up before and after each change, so who sees the same even number
 * before and afterwards knows that nothing changed meanwhile.
 */
final class Conditions {
    private Now now = new Now(1, false, false, Optional.empty());

    /**
     * At one moment.
     *
     * @param turn odd while something changes
     * @param control whether the firewall lets clients in at port 21
     * @param passive whether it lets them in at the passive ports
     * @param fault that is on
     */
    record Now(long turn, boolean control, boolean passive, Optional<Fault> fault) {
        boolean has(FaultKind kind) {
            return fault.filter(on -> on.kind() == kind).isPresent();
        }

        /** Whether a client that connects gets no connection. */
        boolean unreachable() {
            return !control || has(FaultKind.LINK_DOWN);
        }

        /** Whether a client that connects hears nothing. */
        boolean mute() {
            return unreachable() || has(FaultKind.NO_ANSWER);
        }

        /** Whether downloads must succeed. */
        boolean reads() {
            return !has(FaultKind.CARD_REMOVED);
        }

        /** Whether an upload of that size must succeed. */
        boolean writes() {
            return reads() && !has(FaultKind.CARD_FULL);
        }

        /** Whether an upload of that size must fail. */
        boolean refuses(int size) {
            return has(FaultKind.CARD_REMOVED)
                    || (fault.orElse(null) instanceof Fault.CardFull full && size > full.free());
        }
    }

    synchronized Now now() {
        return now;
    }

    /** Whether nothing has changed since then. */
    synchronized boolean heldSince(Now then) {
        return then.turn() % 2 == 0 && now.turn() == then.turn();
    }

    /** Something is about to change. */
    synchronized void unsettle() {
        now = new Now(now.turn() + 1, now.control(), now.passive(), now.fault());
        notifyAll();
    }

    /** The change is over. */
    synchronized void settle(boolean control, boolean passive, Optional<Fault> fault) {
        now = new Now(now.turn() + 1, control, passive, fault);
        notifyAll();
    }

    /** Waits until something has changed since then, or the limit. */
    synchronized void awaitChange(Now then, long limitMillis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMillis);
        while (now.turn() == then.turn()) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return;
            }
            wait(left);
        }
    }
}
