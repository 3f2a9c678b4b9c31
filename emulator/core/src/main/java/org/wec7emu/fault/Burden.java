package org.wec7emu.fault;

import java.util.concurrent.atomic.AtomicLong;

/** A fault that is on, with what it remembers while it is. */
final class Burden {
    private static final int BITS = 8;

    private final Fault fault;
    private final AtomicLong free;
    private final Pace fromClient;
    private final Pace toClient;

    Burden(Fault fault) {
        this.fault = fault;
        free = new AtomicLong(fault instanceof Fault.CardFull full ? full.free() : 0);
        double rate = rate(fault);
        fromClient = new Pace(rate);
        toClient = new Pace(rate);
    }

    /** Bytes a second. */
    private static double rate(Fault fault) {
        if (fault instanceof Fault.SlowLink link) {
            return (double) link.rate() / BITS;
        }
        return fault instanceof Fault.SlowCard card ? card.rate() : Double.MAX_VALUE;
    }

    Fault fault() {
        return fault;
    }

    /** See {@link Pace#pass}; a network has two directions, a card has one. */
    long pass(boolean toTheClient, long bytes) {
        boolean back = toTheClient && fault instanceof Fault.SlowLink;
        return (back ? toClient : fromClient).pass(bytes);
    }

    /** Takes of the room that is left: as much as is wanted and there is. */
    long take(long wanted) {
        return wanted - Math.max(0, wanted - free.getAndUpdate(left -> Math.max(0, left - wanted)));
    }

    /** The room that is left. */
    long free() {
        return free.get();
    }
}
