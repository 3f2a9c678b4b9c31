package org.wec7emu.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How the time is shared that clients get who send ahead. */
class LaneTests {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private long now = Long.MAX_VALUE - MILLI; // the system's clock may overflow any time
    private final Lane lane = new Lane(() -> now);

    @Test
    void aBurstPassesWithoutAPause() {
        assertThat(lane.take(MILLI)).isZero();
        assertThat(lane.take(MILLI)).isZero();
    }

    @Test
    void whoGoesOnGetsHalfOfAThread() {
        lane.take(2 * MILLI);

        long rested = 0;
        for (int i = 0; i < 100; i++) {
            now += MILLI;
            long pause = lane.take(MILLI);
            rested += pause;
            now += pause;
        }

        assertThat(rested).isEqualTo(100 * MILLI);
    }

    @Test
    void thoseOfOneMomentWaitOneBehindTheOther() {
        lane.take(2 * MILLI);

        assertThat(lane.take(MILLI)).isEqualTo(2 * MILLI);
        assertThat(lane.take(MILLI)).isEqualTo(4 * MILLI);
        assertThat(lane.take(MILLI)).isEqualTo(6 * MILLI);
    }

    @Test
    void aLongSilenceSavesNoMoreThanABurst() {
        lane.take(10 * MILLI);
        now += TimeUnit.HOURS.toNanos(1);

        assertThat(lane.take(2 * MILLI)).isZero();
        assertThat(lane.take(MILLI)).isEqualTo(2 * MILLI);
    }
}
