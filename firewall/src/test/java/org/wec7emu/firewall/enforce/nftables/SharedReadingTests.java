package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A reading serves all who asked before it was begun. */
class SharedReadingTests {
    private final SharedReading<Integer> reading = new SharedReading<>();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void isTakenOnceForThoseWhoAskedBefore() throws Exception {
        long asked = System.nanoTime();

        assertThat(reading.since(asked, readings::incrementAndGet)).isEqualTo(1);
        assertThat(reading.since(asked, readings::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void isTakenAnewForWhoAsksLater() throws Exception {
        assertThat(reading.since(System.nanoTime(), readings::incrementAndGet)).isEqualTo(1);
        assertThat(reading.since(System.nanoTime() + 1, readings::incrementAndGet))
                .isEqualTo(2);
    }
}
