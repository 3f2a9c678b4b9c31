package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Packets;
import org.wec7emu.firewall.enforce.CountedPackets;

/** What has come since the last reading. */
class CountReadingTests {
    private final CountReading reading = new CountReading();

    private static CountedPackets syns(int port, long count) {
        return new CountedPackets(Packets.attempt(port), count);
    }

    @Test
    void isEverythingAtFirst() {
        assertThat(reading.increase(List.of(syns(21, 2), syns(22, 1)))).containsExactly(syns(21, 2), syns(22, 1));
    }

    @Test
    void isWhatCameOnTopLater() {
        reading.increase(List.of(syns(21, 2), syns(22, 1)));

        assertThat(reading.increase(List.of(syns(21, 5), syns(22, 1)))).containsExactly(syns(21, 3));
    }

    @Test
    void isEverythingOfAFlowThatTheKernelHadForgottenAndCountsAnew() {
        reading.increase(List.of(syns(21, 5)));
        assertThat(reading.increase(List.of(syns(21, 2)))).containsExactly(syns(21, 2));

        reading.increase(List.of());
        assertThat(reading.increase(List.of(syns(21, 3)))).containsExactly(syns(21, 3));
    }
}
