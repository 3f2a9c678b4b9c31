package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the time is shared that clients get who send ahead. */
class LaneTests {
    /** What a thread is busy for in a turn. */
    private static final long TURN = TimeUnit.MICROSECONDS.toNanos(100);
    /** As many turns as pass without a pause. */
    private static final int BURST = 20;

    private long now = Long.MAX_VALUE - TURN; // the system's clock may overflow any time
    private final Lane lane = new Lane(() -> now);

    private void burst() {
        for (int i = 0; i < BURST; i++) {
            assertThat(lane.take(TURN)).isZero();
        }
    }

    @Test
    void aBurstPassesWithoutAPause() {
        burst();

        assertThat(lane.take(TURN)).isEqualTo(2 * TURN);
    }

    @Test
    void whoGoesOnGetsHalfOfAThread() {
        burst();

        long rested = 0;
        for (int i = 0; i < 100; i++) {
            now += TURN;
            long pause = lane.take(TURN);
            rested += pause;
            now += pause;
        }

        assertThat(rested).isEqualTo(100 * TURN);
    }

    @Test
    void thoseOfOneMomentWaitOneBehindTheOther() {
        burst();

        assertThat(lane.take(TURN)).isEqualTo(2 * TURN);
        assertThat(lane.take(TURN)).isEqualTo(4 * TURN);
        assertThat(lane.take(TURN)).isEqualTo(6 * TURN);
    }

    @Test
    void aLongSilenceSavesNoMoreThanABurst() {
        burst();
        burst(TimeUnit.HOURS.toNanos(1));
    }

    private void burst(long later) {
        now += later;
        burst();
        assertThat(lane.take(TURN)).isEqualTo(2 * TURN);
    }

    @Test
    void aThreadThatOtherProgramsKeptFromItsWorkWasNotBusy() {
        burst();

        assertThat(lane.take(TimeUnit.SECONDS.toNanos(1))).isEqualTo(TimeUnit.MILLISECONDS.toNanos(1));
    }

    @Test
    void nobodyIsLeftAloneForSoLongThatItIsNotNoticedWhoLeaves() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(lane.take(TURN)).isLessThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
        }
        now += TimeUnit.MILLISECONDS.toNanos(54);

        assertThat(lane.take(TURN)).isZero();
    }
}
