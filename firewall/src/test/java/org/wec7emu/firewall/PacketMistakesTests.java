package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a packet's description that is none, and where the mistake stands. */
class PacketMistakesTests {
    private static final InetAddress DEVICE = Packets.DEVICE;
    private static final PacketText TEXT = new PacketText(List.of(DEVICE, Packets.address("2001:db8::14")));

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
                "tcp ::7 -> :21               | 4  | 3 | IPv6 addresses stand in brackets",
                "tcp [fe80::7 -> :21          | 4  | 8 | the bracket isn't closed",
                "tcp [fe80::7]21 -> :21       | 13 | 2 | behind the address only a port can stand",
                "tcp 192.0.2.7 ->             | 16 | 1 | the port that it goes to is missing",
                "tcp :5000 -> 192.0.2.7       | 13 | 9 | the port that it goes to is missing",
                "tcp 192.0.2.7 -> 192.0.2.8:21| 17 | 12| neither end is the device",
                "tcp 192.0.2.7 -> [2001:db8::14]:21| 17 | 17| one end is of IPv4, the other of IPv6",
                "esp 192.0.2.7:5 ->           | 4  | 11| only tcp and udp have ports",
                "esp 192.0.2.7 -> :5          | 17 | 2 | only tcp and udp have ports",
                "icmp [fe80::7] -> ping       | 0  | 4 | IPv4 has icmp, IPv6 has icmpv6",
                "icmpv6 192.0.2.7 -> ping     | 0  | 6 | IPv4 has icmp, IPv6 has icmpv6",
                "icmp -> [2001:db8::14] ping  | 0  | 4 | IPv4 has icmp, IPv6 has icmpv6",
                "icmpv6 192.168.0.20 -> ping  | 0  | 6 | IPv4 has icmp, IPv6 has icmpv6",
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
}
