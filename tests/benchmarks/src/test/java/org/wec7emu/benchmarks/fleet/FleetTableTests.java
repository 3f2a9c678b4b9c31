package org.wec7emu.benchmarks.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of {@code ./bench fleet}. */
class FleetTableTests {
    private static final long MEBI = 1024 * 1024;

    private static FleetSample sample(int devices, double seconds, int threads, long mebi) {
        return new FleetSample(devices, true, "nftables", seconds, threads, mebi * MEBI, 0.05, 1234.4, 0, "");
    }

    @Test
    void saysWhatEachNumberOfDevicesCostsAndWhatOneMoreDoes() {
        FleetSample one = sample(1, 0.5, 9, 90);

        assertThat(FleetTable.row(one, null))
                .isEqualTo("| 1 | yes | 0.5 s | 9 | 90 MiB |  | 5.0 % of a core | 1,234 |");
        assertThat(FleetTable.row(sample(101, 1.5, 9, 190), one))
                .isEqualTo("| 101 | yes | 1.5 s | 9 | 190 MiB | 1024 KiB, 10.0 ms | 5.0 % of a core | 1,234 |");
    }

    @Test
    void saysWhatFailed() {
        FleetSample failing = new FleetSample(1, false, "socket", 1, 9, MEBI, 0, 10, 3, "at PASS: silent");

        assertThat(FleetTable.row(failing, null)).endsWith("| 10 (3 failed: at PASS: silent) |");
    }

    @Test
    void holdsAThousandDevicesToTheGoals() {
        assertThat(FleetTable.isReached(sample(1000, 10, 64, 1024))).isTrue();
        assertThat(FleetTable.isReached(sample(1000, 10.1, 64, 1024))).isFalse();
        assertThat(FleetTable.isReached(sample(1000, 10, 65, 1024))).isFalse();
        assertThat(FleetTable.isReached(sample(1000, 10, 64, 1025))).isFalse();
        assertThat(FleetTable.goals(List.of(sample(10, 1, 1, 1), sample(1000, 11, 9, 200))))
                .containsExactly("Goal for 1,000 devices (10 s, 64 threads, 1 GiB): missed");
    }
}
