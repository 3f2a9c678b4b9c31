package org.wec7emu.firewall;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * Packets as people write them: {@code PROTOCOL FROM -> TO}, as in {@code tcp 192.0.2.7:5000 -> :21}.
 *
 * <ul>
 *   <li>PROTOCOL: {@code tcp}, {@code udp}, {@code icmp}, {@code icmpv6}, {@code esp}, {@code ah}, or an IP protocol's number.
 *   <li>FROM and TO: {@code ADDRESS:PORT}, IPv6 addresses in brackets. Without an address it is the device; so the packet
 *       comes in when TO is the device, goes out when FROM is, and never leaves it when both are. TCP and UDP need the port
 *       they go to; the port they come from may be left out.
 *   <li>Of ICMP, behind the protocol or at the end: {@code type N}, with {@code code N} where it isn't 0, or {@code
 *       echo-request} (also {@code ping}) or {@code echo-reply}; {@code id N} of an echo.
 *   <li>Of TCP, in the same places: {@code syn}, as is meant anyway, or {@code established} for a segment of a connection
 *       that was opened before.
 * </ul>
 *
 * <p>What is written can be read back to the same packet.
 */
public final class PacketText {
    /** A packet for messages and help. */
    public static final String EXAMPLE = "tcp 192.0.2.7:5000 -> :21";

    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMP = 1;
    static final int ICMPV6 = 58;
    static final int ESP = 50;
    static final int AH = 51;

    private final List<InetAddress> device;

    /** @param device the device's own addresses; where none is written, the first of the other end's family is meant */
    public PacketText(List<InetAddress> device) {
        this.device = List.copyOf(device);
    }

    /**
     * Reads a packet.
     *
     * @throws IllegalArgumentException when the text is none; the message says why, underlines the place and has an example,
     *     in four lines
     */
    public Packet parse(String text) {
        return new PacketParser(text, this).packet();
    }

    /** Writes a packet, so that {@link #parse} gives the same. */
    public String write(Packet packet) {
        if (packet instanceof Packet.ToItself own) {
            boolean meant =
                    own(own.protocol() == ICMPV6).filter(own.device()::equals).isPresent();
            return name(own.protocol()) + " ->" + (meant ? "" : " " + host(own.device()));
        }
        InetSocketAddress remote = new InetSocketAddress(packet.remote(), 0);
        InetSocketAddress deviceEnd = new InetSocketAddress(packet.device(), 0);
        String details = "";
        if (packet instanceof Packet.Tcp tcp) {
            remote = tcp.remoteEnd();
            deviceEnd = tcp.deviceEnd();
            details = tcp.opening() ? "" : " established";
        } else if (packet instanceof Packet.Udp udp) {
            remote = udp.remoteEnd();
            deviceEnd = udp.deviceEnd();
        } else if (packet instanceof Packet.Icmp icmp) {
            details = details(icmp);
        }
        boolean meant = own(packet.remote() instanceof Inet6Address)
                .filter(packet.device()::equals)
                .isPresent();
        String here = (meant ? "" : host(packet.device())) + port(deviceEnd);
        String there = host(packet.remote()) + port(remote);
        boolean inbound = packet.direction() == Direction.INBOUND;
        String from = inbound ? there : here;
        String to = inbound ? here : there;
        return name(packet.protocol()) + details + (from.isEmpty() ? "" : " " + from) + " ->"
                + (to.isEmpty() ? "" : " " + to);
    }

    /** Whether an address is the device's. */
    boolean isDevice(InetAddress address) {
        return device.contains(address);
    }

    /** The device's address of that family. */
    Optional<InetAddress> own(boolean version6) {
        return device.stream()
                .filter(address -> address instanceof Inet6Address == version6)
                .findFirst();
    }

    private static String details(Packet.Icmp icmp) {
        String message;
        if (icmp.isEchoRequest() && icmp.code() == 0) {
            message = " echo-request";
        } else if (icmp.isEchoReply() && icmp.code() == 0) {
            message = " echo-reply";
        } else {
            message = " type " + icmp.type() + (icmp.code() == 0 ? "" : " code " + icmp.code());
        }
        return message + (icmp.identifier() == 0 ? "" : " id " + icmp.identifier());
    }

    private static String host(InetAddress address) {
        String literal = AddressLiteral.of(address);
        return address instanceof Inet6Address ? "[" + literal + "]" : literal;
    }

    private static String port(InetSocketAddress end) {
        return end.getPort() == 0 ? "" : ":" + end.getPort();
    }

    private static String name(int protocol) {
        return switch (protocol) {
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMP -> "icmp";
            case ICMPV6 -> "icmpv6";
            case ESP -> "esp";
            case AH -> "ah";
            default -> Integer.toString(protocol);
        };
    }
}
