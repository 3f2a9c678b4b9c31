package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.wec7emu.firewall.Packets.CLIENT;
import static org.wec7emu.firewall.Packets.DEVICE;

import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a packet can be, and which conversation it belongs to. */
class PacketTests {
    @ParameterizedTest
    @ValueSource(ints = {-1, 256})
    void numbersOutsideAnOctetAreRefused(int number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packets.icmp(Direction.INBOUND, number, 0))
                .withMessage("no ICMP type: " + number + " (0-255)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Packets.icmp(Direction.INBOUND, 0, number))
                .withMessage("no ICMP code: " + number + " (0-255)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Packet.Other(Direction.INBOUND, CLIENT, DEVICE, number))
                .withMessage("no IP protocol: " + number + " (0-255)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 255})
    void numbersAtTheEdgeOfAnOctetAreTaken(int number) {
        assertThatCode(() -> Packets.icmp(Direction.INBOUND, number, number)).doesNotThrowAnyException();
        assertThatCode(() -> new Packet.Other(Direction.INBOUND, CLIENT, DEVICE, number))
                .doesNotThrowAnyException();
    }

    @Test
    void whatTheDeviceSendsToItselfComesInAndIsFromTheDevice() {
        Packet itself = new Packet.ToItself(DEVICE, 17);

        assertThat(itself.remote()).isEqualTo(DEVICE);
        assertThat(itself.direction()).isEqualTo(Direction.INBOUND);
    }

    @Test
    void bothDirectionsOfAConversationAreOneFlow() {
        assertThat(Flow.of(Packets.udp(Direction.INBOUND, 5000, 161)))
                .isEqualTo(Flow.of(Packets.udp(Direction.OUTBOUND, 5000, 161)))
                .hasSameHashCodeAs(Flow.of(Packets.udp(Direction.OUTBOUND, 5000, 161)));
        assertThat(Flow.of(Packets.icmp(Direction.INBOUND, 0, 0)))
                .isEqualTo(Flow.of(Packets.icmp(Direction.OUTBOUND, 8, 0)));
    }

    @Test
    void anotherProtocolPortOrHostIsAnotherFlow() {
        InetSocketAddress remote = new InetSocketAddress(CLIENT, 5000);
        InetSocketAddress device = new InetSocketAddress(DEVICE, 161);
        Flow flow = new Flow(17, remote, device);

        assertThat(flow)
                .isNotEqualTo(new Flow(6, remote, device))
                .isNotEqualTo(new Flow(17, new InetSocketAddress(CLIENT, 5001), device))
                .isNotEqualTo(new Flow(17, new InetSocketAddress(DEVICE, 5000), device))
                .isNotEqualTo(new Flow(17, remote, new InetSocketAddress(DEVICE, 162)))
                .isNotEqualTo("flow");
    }

    /** As those of a scan, which are to be found quickly. */
    @Test
    void flowsOfPortsInARowHaveHashesOfTheirOwn() {
        Set<Integer> hashes = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            InetSocketAddress remote = new InetSocketAddress(CLIENT, 5000);
            InetSocketAddress device = new InetSocketAddress(DEVICE, 161);
            hashes.add(new Flow(17, new InetSocketAddress(CLIENT, 5001 + i), device).hashCode());
            hashes.add(new Flow(17, remote, new InetSocketAddress(DEVICE, 161 + i)).hashCode());
        }

        assertThat(hashes).hasSizeGreaterThan(190);
    }

    @Test
    void whatHasNeitherPortsNorAnIdentifierBelongsToNone() {
        assertThat(Flow.of(new Packet.Other(Direction.INBOUND, CLIENT, DEVICE, 50)))
                .isNull();
        assertThat(Flow.of(new Packet.ToItself(DEVICE, 6))).isNull();
    }
}
