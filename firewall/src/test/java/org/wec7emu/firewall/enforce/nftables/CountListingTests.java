package org.wec7emu.firewall.enforce.nftables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wec7emu.firewall.Packets.address;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.EnforcementException;

/** What libnftables says of sets, as it was seen to say it. */
class CountListingTests {
    private static final InetAddress DEVICE = address("127.0.0.21");
    private static final InetAddress CLIENT = address("10.0.0.7");

    private static String listing(String set, String... elements) {
        return "{\"nftables\": [{\"metainfo\": {\"version\": \"1.0.6\", \"json_schema_version\": 1}}, {\"set\":"
                + " {\"family\": \"inet\", \"name\": \"" + set + "\", \"table\": \"wec7emu-1-abc\", \"handle\": 16,"
                + " \"size\": 65536, \"timeout\": 300, \"elem\": [" + String.join(", ", elements) + "]}}]}";
    }

    private static String element(String concat, long packets) {
        return "{\"elem\": {\"val\": {\"concat\": [" + concat + "]}, \"expires\": 299, \"counter\": {\"packets\": "
                + packets + ", \"bytes\": 120}}}";
    }

    private static List<CountedPackets> read(String set, String concat) throws EnforcementException {
        return ofDevice(listing(set, element(concat, 2)), Direction.INBOUND);
    }

    private static List<CountedPackets> ofDevice(String json, Direction direction) throws EnforcementException {
        return CountListing.read(json, direction).getOrDefault(DEVICE, List.of());
    }

    private static InetSocketAddress end(InetAddress address, int port) {
        return new InetSocketAddress(address, port);
    }

    @Test
    void tellsOfTcp() throws Exception {
        assertThat(read("dropped4", "\"127.0.0.21\", \"10.0.0.7\", 6, 22"))
                .containsExactly(
                        new CountedPackets(Packet.Tcp.syn(Direction.INBOUND, end(CLIENT, 0), end(DEVICE, 22)), 2));
    }

    @Test
    void tellsOfUdp() throws Exception {
        assertThat(read("dropped4", "\"127.0.0.21\", \"10.0.0.7\", 17, 161"))
                .containsExactly(
                        new CountedPackets(new Packet.Udp(Direction.INBOUND, end(CLIENT, 0), end(DEVICE, 161)), 2));
    }

    @Test
    void tellsOfIcmp() throws Exception {
        assertThat(read("dropped4-icmp", "\"127.0.0.21\", \"10.0.0.7\", 13, 1"))
                .containsExactly(new CountedPackets(new Packet.Icmp(Direction.INBOUND, CLIENT, DEVICE, 13, 1, 0), 2));
    }

    @Test
    void tellsOfOtherProtocols() throws Exception {
        assertThat(read("dropped4-other", "\"127.0.0.21\", \"10.0.0.7\", 50"))
                .containsExactly(new CountedPackets(new Packet.Other(Direction.INBOUND, CLIENT, DEVICE, 50), 2));
    }

    @Test
    void tellsOfWhatWentOutByItsDestination() throws Exception {
        String json = listing("logged-out4", element("\"127.0.0.21\", \"10.0.0.7\", 6, 4243", 1));

        assertThat(ofDevice(json, Direction.OUTBOUND))
                .containsExactly(
                        new CountedPackets(Packet.Tcp.syn(Direction.OUTBOUND, end(CLIENT, 4243), end(DEVICE, 0)), 1));
    }

    @Test
    void keepsDevicesApart() throws Exception {
        String json = listing(
                "dropped4",
                element("\"127.0.0.22\", \"10.0.0.7\", 6, 22", 9),
                element("\"127.0.0.21\", \"10.0.0.7\", 6, 22", 1));

        assertThat(ofDevice(json, Direction.INBOUND)).hasSize(1);
    }

    @Test
    void readsOneListingAfterTheOther() throws Exception {
        String tcp = listing("dropped4", element("\"127.0.0.21\", \"10.0.0.7\", 6, 22", 1));
        String other = listing("dropped4-other", element("\"127.0.0.21\", \"10.0.0.7\", 50", 1));

        assertThat(ofDevice(tcp + "\n" + other, Direction.INBOUND)).hasSize(2);
    }

    @Test
    void givesElementsAsTheyAreWritten() throws Exception {
        String json = "{\"nftables\": [{\"set\": {\"name\": \"ping4\", \"elem\": [{\"elem\": {\"val\": {\"concat\":"
                + " [\"10.0.0.7\", 77, \"127.0.0.21\"]}, \"expires\": 12}}]}}]}";

        assertThat(CountListing.elements(json))
                .isEqualTo(Map.of("ping4", List.of(List.of("10.0.0.7", "77", "127.0.0.21"))));
        assertThatExceptionOfType(EnforcementException.class).isThrownBy(() -> CountListing.elements("{\"nftables"));
    }

    @Test
    void isEmptyWhereNothingWasCounted() throws Exception {
        String json = "{\"nftables\": [{\"metainfo\": {\"version\": \"1.0.6\"}}, {\"set\": {\"name\": \"dropped4\"}}]}";

        assertThat(ofDevice(json, Direction.INBOUND)).isEmpty();
    }

    @Test
    void refusesWhatIsNoSuchListing() {
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> read("dropped4", "\"127.0.0.21\", \"10.0.0.7\", 50, 1"))
                .withMessage("can't read what libnftables lists: protocol 50 has no ports");
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> read("dropped4", "\"127.0.0.21\", \"10.0.0.7\", 6"));
        assertThatExceptionOfType(EnforcementException.class)
                .isThrownBy(() -> CountListing.read("{\"nftables\": [", Direction.INBOUND));
    }
}
