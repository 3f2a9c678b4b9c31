package org.wec7emu.fault;

import java.time.Duration;
import java.util.Map;

/**
 * Something that goes wrong with a device. It is on from {@link Faults#start} until it is ended; of each kind there is at most
 * one at a time. {@code docs/faults.md} says what a client sees of each, and how that is known.
 */
public sealed interface Fault {
    /** Which one it is. */
    FaultKind kind();

    /** Its parameters, as {@link FaultKind#parameters} names them and users write them. */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /**
     * The power is cut when an upload has stored so many bytes, once; it comes back at once.
     *
     * @param after bytes, from 0
     */
    record PowerCut(long after) implements Fault {
        public PowerCut {
            FaultKind.require(after >= 0, "after is negative");
        }

        @Override
        public FaultKind kind() {
            return FaultKind.POWER_CUT;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("after", Quantities.size(after));
        }
    }

    /**
     * The device restarts when a download has sent so many bytes, once.
     *
     * @param after bytes, from 0
     */
    record Restart(long after) implements Fault {
        public Restart {
            FaultKind.require(after >= 0, "after is negative");
        }

        @Override
        public FaultKind kind() {
            return FaultKind.RESTART;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("after", Quantities.size(after));
        }
    }

    /**
     * The card takes only so many more bytes, whatever its size.
     *
     * @param free bytes, from 0
     */
    record CardFull(long free) implements Fault {
        public CardFull {
            FaultKind.require(free >= 0, "free is negative");
        }

        @Override
        public FaultKind kind() {
            return FaultKind.CARD_FULL;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("free", Quantities.size(free));
        }
    }

    /** There is no card in the device. RAM ({@code \Temp}) is still there. */
    record CardRemoved() implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.CARD_REMOVED;
        }
    }

    /**
     * The card reads and writes slowly, all transfers together.
     *
     * @param rate bytes a second, from 1
     */
    record SlowCard(long rate) implements Fault {
        /** A second's bytes move in so many pieces. */
        static final int PIECES = 50;

        public SlowCard {
            FaultKind.require(rate >= 1, "rate is below one byte a second");
        }

        @Override
        public FaultKind kind() {
            return FaultKind.SLOW_CARD;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("rate", Quantities.size(rate));
        }
    }

    /** The network cable is out: silence in both directions. */
    record LinkDown() implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.LINK_DOWN;
        }
    }

    /**
     * The network is slow, for all sessions together.
     *
     * @param rate bits a second in each direction, 8 to {@value #FASTEST}
     * @param delay of each reply and of the beginning of each transfer, as of a way there and back; 0 for none
     */
    record SlowLink(long rate, Duration delay) implements Fault {
        /** The fastest network that a device of this kind has: Ethernet of 100 Mbit/s. */
        public static final long FASTEST = 100_000_000;

        /** A second's bits move in so many pieces, each of which is in bytes. */
        static final int PIECES = 50 * 8;

        private static final int SLOWEST = 8;

        public SlowLink {
            FaultKind.require(rate >= SLOWEST && rate <= FASTEST, "rate is outside 8bit to 100mbit");
            FaultKind.require(!delay.isNegative(), "delay is negative");
        }

        @Override
        public FaultKind kind() {
            return FaultKind.SLOW_LINK;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("rate", Quantities.bitRate(rate), "delay", Quantities.duration(delay));
        }
    }

    /**
     * Data connections open late: the device waits before it dials in active mode, and before it takes notice of the client's
     * connection in passive mode.
     *
     * @param delay positive
     */
    record LateData(Duration delay) implements Fault {
        public LateData {
            FaultKind.require(!delay.isNegative() && !delay.isZero(), "delay isn't positive");
        }

        @Override
        public FaultKind kind() {
            return FaultKind.LATE_DATA;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("delay", Quantities.duration(delay));
        }
    }

    /** The FTP server hangs: connections are accepted, and nothing is said or done any more until the fault ends. */
    record NoAnswer() implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.NO_ANSWER;
        }
    }

    /** All sessions are taken, so further clients are turned away as the profile has it ({@code surplus-session}). */
    record SessionLimit() implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.SESSION_LIMIT;
        }
    }

    /**
     * The clock's battery is flat: at each loss of power the clock goes back to what the profile says ({@code cold-boot-clock}).
     * The clock is right again when the fault ends.
     */
    record ClockReset() implements Fault {
        @Override
        public FaultKind kind() {
            return FaultKind.CLOCK_RESET;
        }
    }
}
