package org.wec7emu.firewall;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Packets between a device at 192.168.0.20 and a client, for tests. */
public final class Packets {
    public static final InetAddress DEVICE = address("192.168.0.20");
    public static final InetAddress CLIENT = address("192.168.0.7");

    private Packets() {}

    /** @param literal an address, never a name */
    public static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The first segment of a connection that the client opens. */
    public static Packet.Tcp attempt(int port) {
        return attempt(CLIENT, port);
    }

    public static Packet.Tcp attempt(InetAddress client, int port) {
        return tcp(Direction.INBOUND, client, 50_000, port, true);
    }

    public static Packet.Tcp tcp(
            Direction direction, InetAddress client, int clientPort, int devicePort, boolean opening) {
        return new Packet.Tcp(
                direction,
                new InetSocketAddress(client, clientPort),
                new InetSocketAddress(DEVICE, devicePort),
                opening);
    }

    /** A segment with FIN or RST. */
    public static Packet.Tcp end(Direction direction, InetAddress client, int clientPort, int devicePort) {
        return new Packet.Tcp(
                direction,
                new InetSocketAddress(client, clientPort),
                new InetSocketAddress(DEVICE, devicePort),
                false,
                true);
    }

    public static Packet.Udp udp(Direction direction, int clientPort, int devicePort) {
        return new Packet.Udp(
                direction, new InetSocketAddress(CLIENT, clientPort), new InetSocketAddress(DEVICE, devicePort));
    }

    public static Packet.Icmp icmp(Direction direction, int type, int code) {
        return new Packet.Icmp(direction, CLIENT, DEVICE, type, code, 77);
    }
}
