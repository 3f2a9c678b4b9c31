package org.wec7emu.firewall;

import java.util.OptionalInt;

/** The kind of traffic a rule is about: a protocol and, where the protocol has them, ports or type and code. */
public sealed interface Traffic {

    /** Any protocol, any port. */
    record Any() implements Traffic {}

    /** TCP to one of {@code ports}. */
    record Tcp(PortRange ports) implements Traffic {}

    /** UDP to one of {@code ports}. */
    record Udp(PortRange ports) implements Traffic {}

    /**
     * ICMP of a type and code; an empty one stands for every type or every code.
     *
     * @param type 0 to 255
     * @param code 0 to 255
     */
    record Icmp(OptionalInt type, OptionalInt code) implements Traffic {
        /** @throws IllegalArgumentException when a number is outside 0 to 255 */
        public Icmp {
            type.ifPresent(it -> requireOctet("ICMP type", it));
            code.ifPresent(it -> requireOctet("ICMP code", it));
        }

        public static Icmp of(int type, int code) {
            return new Icmp(OptionalInt.of(type), OptionalInt.of(code));
        }
    }

    /**
     * ICMPv6 of a type and code, whose numbers are others than ICMP's; an empty one stands for every type or every code.
     *
     * @param type 0 to 255
     * @param code 0 to 255
     */
    record Icmpv6(OptionalInt type, OptionalInt code) implements Traffic {
        /** @throws IllegalArgumentException when a number is outside 0 to 255 */
        public Icmpv6 {
            type.ifPresent(it -> requireOctet("ICMPv6 type", it));
            code.ifPresent(it -> requireOctet("ICMPv6 code", it));
        }
    }

    /**
     * Any packet of an IP protocol.
     *
     * @param number as in the IP header, 0 to 255: 6 TCP, 17 UDP, 1 ICMP, 58 ICMPv6, 50 ESP, 51 AH
     */
    record Protocol(int number) implements Traffic {
        /** @throws IllegalArgumentException when the number is outside 0 to 255 */
        public Protocol {
            requireOctet("IP protocol", number);
        }
    }

    static Traffic any() {
        return new Any();
    }

    static Traffic tcp(int port) {
        return new Tcp(PortRange.of(port));
    }

    static Traffic udp(int port) {
        return new Udp(PortRange.of(port));
    }

    /** Whether a packet is of this kind. Ports are those of the packet's destination. */
    default boolean matches(Packet packet) {
        if (this instanceof Tcp tcp) {
            return packet instanceof Packet.Tcp segment && tcp.ports().contains(segment.destinationPort());
        } else if (this instanceof Udp udp) {
            return packet instanceof Packet.Udp datagram && udp.ports().contains(datagram.destinationPort());
        } else if (this instanceof Icmp icmp) {
            return packet instanceof Packet.Icmp message
                    && !message.isVersion6()
                    && matches(icmp.type(), message.type())
                    && matches(icmp.code(), message.code());
        } else if (this instanceof Icmpv6 icmp) {
            return packet instanceof Packet.Icmp message
                    && message.isVersion6()
                    && matches(icmp.type(), message.type())
                    && matches(icmp.code(), message.code());
        } else if (this instanceof Protocol protocol) {
            return packet.protocol() == protocol.number();
        }
        return true;
    }

    private static void requireOctet(String what, int number) {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("no " + what + ": " + number + " (0-255)");
        }
    }

    private static boolean matches(OptionalInt wanted, int actual) {
        return wanted.isEmpty() || wanted.getAsInt() == actual;
    }
}
