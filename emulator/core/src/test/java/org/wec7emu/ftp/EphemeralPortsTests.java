package org.wec7emu.ftp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.PortRange;

/** The stack's next port. */
class EphemeralPortsTests {
    @Test
    void ascendAndBeginAgainAfterTheLast() {
        EphemeralPorts ports = new EphemeralPorts(new PortRange(65533, 65535));

        assertThat(IntStream.range(0, 5).map(i -> ports.next())).containsExactly(65533, 65534, 65535, 65533, 65534);
    }

    @Test
    void aRangeOfOnePortGivesThatPort() {
        EphemeralPorts ports = new EphemeralPorts(PortRange.of(50000));

        assertThat(IntStream.range(0, 3).map(i -> ports.next())).containsExactly(50000, 50000, 50000);
        assertThat(ports.count()).isEqualTo(1);
    }

    @Test
    void theStacksRangeHas16384Ports() {
        assertThat(new EphemeralPorts(PortRange.parse("49152-65535")).count()).isEqualTo(16384);
    }

    @Test
    void noPortIsGivenToTwoThreads() {
        EphemeralPorts ports = new EphemeralPorts(new PortRange(50000, 50999));

        assertThat(IntStream.range(0, 1000).parallel().map(i -> ports.next()).distinct())
                .hasSize(1000);
    }
}
