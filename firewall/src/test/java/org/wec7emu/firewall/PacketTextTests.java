package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PacketTextTests {
    private static final InetAddress DEVICE = Packets.DEVICE;
    private static final InetAddress DEVICE6 = Packets.address("2001:db8::14");
    private static final InetAddress CLIENT = Packets.address("192.0.2.7");
    private static final InetAddress CLIENT6 = Packets.address("fe80::7");
    private static final PacketText TEXT = new PacketText(List.of(DEVICE, DEVICE6));

    private static InetSocketAddress at(InetAddress address, int port) {
        return new InetSocketAddress(address, port);
    }

    @Test
    void comesInWhereItGoesToTheDevice() {
        assertThat(TEXT.parse("tcp 192.0.2.7:5000 -> :21"))
                .isEqualTo(Packet.Tcp.syn(Direction.INBOUND, at(CLIENT, 5000), at(DEVICE, 21)));
    }

    @Test
    void goesOutWhereItComesFromTheDevice() {
        assertThat(TEXT.parse("udp :68 -> 192.0.2.7:67"))
                .isEqualTo(new Packet.Udp(Direction.OUTBOUND, at(CLIENT, 67), at(DEVICE, 68)));
    }

    @Test
    void knowsTheDeviceByItsAddressToo() {
        assertThat(TEXT.parse("tcp [fe80::7] -> [2001:db8::14]:21"))
                .isEqualTo(Packet.Tcp.syn(Direction.INBOUND, at(CLIENT6, 0), at(DEVICE6, 21)));
    }

    @Test
    void takesTheDevicesAddressOfTheOtherEndsFamily() {
        assertThat(TEXT.parse("tcp [fe80::7] -> :21").device()).isEqualTo(DEVICE6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp -> :21", "tcp :5000 ->", "tcp->", "6 : -> 192.168.0.20:21"})
    void neverLeavesTheDeviceWhereBothEndsAreIt(String text) {
        assertThat(TEXT.parse(text)).isEqualTo(new Packet.ToItself(DEVICE, 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp [2001:db8::14] -> :21", "tcp -> [2001:db8::14]:21"})
    void neverLeavesTheDeviceByTheAddressThatIsWritten(String text) {
        assertThat(TEXT.parse(text)).isEqualTo(new Packet.ToItself(DEVICE6, 6));
    }

    @ParameterizedTest
    @CsvSource({"tcp [::7]:1 -> :65535, 1, 65535", "tcp [::7]:65535 -> :1, 65535, 1"})
    void hasPortsFromOneToTheHighest(String text, int from, int to) {
        assertThat(TEXT.parse(text))
                .isEqualTo(Packet.Tcp.syn(Direction.INBOUND, at(Packets.address("::7"), from), at(DEVICE6, to)));
    }

    @ParameterizedTest
    @CsvSource({
        "icmp echo-request 192.0.2.7 ->, 8, 0, 0",
        "icmp 192.0.2.7 -> : ping id 7, 8, 0, 7",
        "icmp 192.0.2.7 -> echo-reply, 0, 0, 0",
        "icmp type 3 192.0.2.7 -> code 4, 3, 4, 0",
        "icmpv6 [fe80::7] -> ping, 128, 0, 0",
        "icmpv6 [fe80::7] -> type 135, 135, 0, 0",
        "58 [fe80::7] -> echo-reply, 129, 0, 0",
    })
    void ofIcmpIsAMessage(String text, int type, int code, int identifier) {
        Packet.Icmp message = (Packet.Icmp) TEXT.parse(text);

        assertThat(List.of(message.type(), message.code(), message.identifier()))
                .containsExactly(type, code, identifier);
        assertThat(message.direction()).isEqualTo(Direction.INBOUND);
    }

    @ParameterizedTest
    @CsvSource({
        "tcp 192.0.2.7 -> :21, true",
        "tcp syn 192.0.2.7 -> :21, true",
        "tcp 192.0.2.7 -> :21 established, false"
    })
    void ofTcpOpensAConnectionUnlessToldOtherwise(String text, boolean opening) {
        assertThat(((Packet.Tcp) TEXT.parse(text)).opening()).isEqualTo(opening);
    }

    @ParameterizedTest
    @CsvSource({"esp 192.0.2.7 ->, 50", "ah 192.0.2.7 -> :, 51", "41 192.0.2.7 ->, 41"})
    void ofAnotherProtocolIsTheProtocolAlone(String text, int protocol) {
        assertThat(TEXT.parse(text)).isEqualTo(new Packet.Other(Direction.INBOUND, CLIENT, DEVICE, protocol));
    }

    @ParameterizedTest
    @CsvSource({
        "tcp 192.168.0.20 -> 192.168.0.20, tcp ->",
        "tcp -> [2001:db8::14], tcp -> [2001:db8::14]",
        "icmpv6 -> [2001:db8::14] ping, icmpv6 ->",
        "esp [2001:db8::7] -> [2001:db8::14], esp [2001:db8::7] ->",
        "udp 192.168.0.20:68 -> 192.0.2.7:67, udp :68 -> 192.0.2.7:67",
        "icmp type 8 192.0.2.7 ->, icmp echo-request 192.0.2.7 ->",
        "icmp type 8 code 1 192.0.2.7 ->, icmp type 8 code 1 192.0.2.7 ->",
        "icmp type 0 code 1 192.0.2.7 ->, icmp type 0 code 1 192.0.2.7 ->",
        "icmp type 0 192.0.2.7 -> id 7, icmp echo-reply id 7 192.0.2.7 ->",
    })
    void isWrittenAsShortAsCanBe(String text, String shortest) {
        assertThat(TEXT.write(TEXT.parse(text))).isEqualTo(shortest);
    }

    @Test
    void theExampleIsOne() {
        assertThat(TEXT.write(TEXT.parse(PacketText.EXAMPLE))).isEqualTo(PacketText.EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void isReadBackAsItIsWritten(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < Cases.of(500); i++) {
            Packet packet = packet(random);

            assertThat(TEXT.parse(TEXT.write(packet))).as(TEXT.write(packet)).isEqualTo(packet);
        }
    }

    /** Half of what is tried is a packet with a character changed: it may be one still, or a mistake that is named. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void whateverIsWrittenNothingWorseComesOfIt(long seed) {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < Cases.of(2000); i++) {
            StringBuilder text = new StringBuilder(TEXT.write(packet(random)));
            text.setCharAt(random.nextInt(text.length()), "[]:->. x9\t\u0007\u00e4".charAt(random.nextInt(12)));
            try {
                TEXT.parse(text.toString());
            } catch (IllegalArgumentException e) {
                refused++;
                assertThat(e.getMessage().lines()).as("%s", text).hasSize(4);
            }
        }
        assertThat(refused).isBetween(Cases.of(200), Cases.of(1950));
    }

    private static Packet packet(Random random) {
        Direction direction = random.nextBoolean() ? Direction.INBOUND : Direction.OUTBOUND;
        boolean version6 = random.nextBoolean();
        InetAddress remote = address(random, version6);
        InetAddress device = version6 ? DEVICE6 : DEVICE;
        int source = random.nextInt(3) == 0 ? 0 : random.nextInt(65_536);
        int destination = 1 + random.nextInt(65_535);
        boolean inbound = direction == Direction.INBOUND;
        InetSocketAddress there = at(remote, inbound ? source : destination);
        InetSocketAddress here = at(device, inbound ? destination : source);
        return switch (random.nextInt(5)) {
            case 0 -> new Packet.Tcp(direction, there, here, random.nextBoolean());
            case 1 -> new Packet.Udp(direction, there, here);
            case 2 ->
                new Packet.Icmp(
                        direction,
                        remote,
                        device,
                        version6 ? 128 + random.nextInt(10) : random.nextInt(10),
                        random.nextInt(3),
                        random.nextInt(2) * random.nextInt(65_536));
            case 3 -> new Packet.Other(direction, remote, device, 41 + random.nextInt(17));
            default -> new Packet.ToItself(device, version6 ? 58 : random.nextInt(58));
        };
    }

    private static InetAddress address(Random random, boolean version6) {
        byte[] bytes = new byte[version6 ? 16 : 4];
        random.nextBytes(bytes);
        for (int i = 2; i < bytes.length - 1; i++) {
            bytes[i] = random.nextBoolean() ? 0 : bytes[i];
        }
        try {
            InetAddress address = InetAddress.getByAddress(bytes);
            return address instanceof Inet6Address == version6 ? address : CLIENT6;
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
