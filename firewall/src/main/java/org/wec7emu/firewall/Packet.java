package org.wec7emu.firewall;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * What the firewall sees of a packet between the device and the network.
 *
 * <p>Every packet here crosses the network. What a device says to itself is {@link ToItself}: an address alone doesn't
 * tell, since a client on the emulator's host also comes from 127.0.0.1 and is yet a remote peer.
 */
public sealed interface Packet {
    Direction direction();

    /** IP protocol number. */
    int protocol();

    /** The address at the other end: the public host of a rule. */
    InetAddress remote();

    /** The device's own address: the private host of a rule. */
    InetAddress device();

    /**
     * A TCP segment.
     *
     * @param opening whether it is a SYN without ACK, so the first of its connection
     * @param closing whether it has FIN or RST, with which its sender ends the connection; says nothing of an opening one
     */
    record Tcp(
            Direction direction,
            InetSocketAddress remoteEnd,
            InetSocketAddress deviceEnd,
            boolean opening,
            boolean closing)
            implements Packet {
        /** A segment without FIN and RST. */
        public Tcp(Direction direction, InetSocketAddress remoteEnd, InetSocketAddress deviceEnd, boolean opening) {
            this(direction, remoteEnd, deviceEnd, opening, false);
        }

        /** The SYN with which a connection begins. */
        public static Tcp syn(Direction direction, InetSocketAddress remoteEnd, InetSocketAddress deviceEnd) {
            return new Tcp(direction, remoteEnd, deviceEnd, true);
        }

        @Override
        public int protocol() {
            return 6;
        }

        @Override
        public InetAddress remote() {
            return remoteEnd.getAddress();
        }

        @Override
        public InetAddress device() {
            return deviceEnd.getAddress();
        }

        public int destinationPort() {
            return (direction == Direction.INBOUND ? deviceEnd : remoteEnd).getPort();
        }
    }

    /** A UDP datagram. */
    record Udp(Direction direction, InetSocketAddress remoteEnd, InetSocketAddress deviceEnd) implements Packet {
        @Override
        public int protocol() {
            return 17;
        }

        @Override
        public InetAddress remote() {
            return remoteEnd.getAddress();
        }

        @Override
        public InetAddress device() {
            return deviceEnd.getAddress();
        }

        public int destinationPort() {
            return (direction == Direction.INBOUND ? deviceEnd : remoteEnd).getPort();
        }
    }

    /**
     * An ICMP message; one between IPv6 addresses is of ICMPv6.
     *
     * @param type 0 to 255
     * @param code 0 to 255
     * @param identifier of an echo request or reply, else 0
     */
    record Icmp(Direction direction, InetAddress remote, InetAddress device, int type, int code, int identifier)
            implements Packet {
        /** @throws IllegalArgumentException when type or code is outside 0 to 255 */
        public Icmp {
            requireOctet("ICMP type", type);
            requireOctet("ICMP code", code);
        }

        @Override
        public int protocol() {
            return isVersion6() ? 58 : 1;
        }

        /** Whether it is of ICMPv6, whose types and codes mean other things than those of ICMP. */
        public boolean isVersion6() {
            return remote instanceof Inet6Address;
        }

        /** Whether it is an echo request: type 8, or 128 in ICMPv6. */
        public boolean isEchoRequest() {
            return type == (isVersion6() ? 128 : 8);
        }

        /** Whether it is an echo reply: type 0, or 129 in ICMPv6. */
        public boolean isEchoReply() {
            return type == (isVersion6() ? 129 : 0);
        }
    }

    /** A packet of another protocol, such as ESP (50) or AH (51). */
    record Other(Direction direction, InetAddress remote, InetAddress device, int protocol) implements Packet {
        /** @throws IllegalArgumentException when the protocol is outside 0 to 255 */
        public Other {
            requireOctet("IP protocol", protocol);
        }
    }

    /** A packet that the device sends to itself and that never leaves it. */
    record ToItself(InetAddress device, int protocol) implements Packet {
        @Override
        public Direction direction() {
            return Direction.INBOUND;
        }

        @Override
        public InetAddress remote() {
            return device;
        }
    }

    private static void requireOctet(String what, int number) {
        if (number < 0 || number > 255) {
            throw new IllegalArgumentException("no " + what + ": " + number + " (0-255)");
        }
    }
}
