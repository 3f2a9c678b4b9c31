package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp 192.0.2.7 :21            | 17 | 1 | '->' is missing",
                "''                           | 0  | 1 | '->' is missing",
                "-> :21                       | 0  | 1 | the protocol is missing",
                "sctp 192.0.2.7 -> :21        | 0  | 4 | no protocol; there are tcp, udp",
                "256 192.0.2.7 -> :21         | 0  | 3 | no protocol",
                "tcp 192.0.2.7:99999 -> :21   | 14 | 5 | no port (1 to 65535)",
                "tcp 192.0.2.7 -> :0          | 18 | 1 | no port (1 to 65535)",
                "tcp 192.0.2.7 -> :ftp        | 18 | 3 | no port (1 to 65535)",
                "tcp 192.0.2 -> :21           | 4  | 7 | no IP address (right is for example",
                "tcp localhost -> :21         | 4  | 9 | no IP address",
                "tcp 192.0.2.7/24 -> :21      | 4  | 12| no IP address",
                "tcp [192.0.2.7] -> :21       | 5  | 9 | no IP address",
                "tcp [] -> :21                | 5  | 1 | no IP address",
                "tcp fe80::7 -> :21           | 4  | 7 | IPv6 addresses stand in brackets",
                "tcp [fe80::7 -> :21          | 4  | 8 | the bracket isn't closed",
                "tcp [fe80::7]21 -> :21       | 13 | 2 | behind the address only a port can stand",
                "tcp 192.0.2.7 ->             | 16 | 1 | the port that it goes to is missing",
                "tcp :5000 -> 192.0.2.7       | 13 | 9 | the port that it goes to is missing",
                "tcp 192.0.2.7 -> 192.0.2.8:21| 17 | 12| neither end is the device",
                "tcp 192.0.2.7 -> [2001:db8::14]:21| 17 | 17| one end is of IPv4, the other of IPv6",
                "esp 192.0.2.7:5 ->           | 4  | 11| only tcp and udp have ports",
                "icmp [fe80::7] -> ping       | 0  | 4 | IPv4 has icmp, IPv6 has icmpv6",
                "icmpv6 192.0.2.7 -> ping     | 0  | 6 | IPv4 has icmp, IPv6 has icmpv6",
                "icmp 192.0.2.7 ->            | 0  | 4 | the message is missing: echo-request",
                "icmp 192.0.2.7 -> type       | 22 | 1 | behind 'type' a number from 0 to 255",
                "icmp 192.0.2.7 -> type 256   | 23 | 3 | behind 'type' a number from 0 to 255",
                "icmp 192.0.2.7 -> ping type 3| 23 | 4 | a message has one type",
                "icmp syn 192.0.2.7 -> ping   | 5  | 3 | only tcp has segments",
                "tcp 192.0.2.7 -> :21 ping    | 21 | 4 | only icmp and icmpv6 have messages",
                "tcp 192.0.2.7 5000 -> :21    | 14 | 4 | one word too many",
            })
    void whatIsNoPacketIsUnderlined(String text, int at, int length, String message) {
        IllegalArgumentException mistake = catchThrowableOfType(IllegalArgumentException.class, () -> TEXT.parse(text));

        assertThat(mistake.getMessage().lines())
                .containsExactly(
                        mistake.getMessage().lines().findFirst().orElseThrow(),
                        "  " + text,
                        "  " + " ".repeat(at) + "^".repeat(length),
                        "right is for example: tcp 192.0.2.7:5000 -> :21");
        assertThat(mistake).hasMessageStartingWith(message);
    }

    @Test
    void aDeviceWithoutIpv6SaysSo() {
        PacketText ipv4Only = new PacketText(List.of(DEVICE));

        assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> ipv4Only.parse("tcp [fe80::7] -> :21")))
                .hasMessageStartingWith("the device has no IPv6 address");
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
