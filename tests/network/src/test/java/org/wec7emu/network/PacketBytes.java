package org.wec7emu.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;

/** Packets as they are on the wire, checksums included. */
final class PacketBytes {
    private static final int IPV4_HEADER = 20;
    private static final int IPV6_HEADER = 40;
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final int ICMP_HEADER = 8;
    private static final int AUTHENTICATION_HEADER = 24;
    private static final int BODY = 28;
    private static final int ICMP = 1;
    private static final int AH = 51;
    private static final int NO_NEXT_HEADER = 59;
    private static final int SEQUENCE = 0x10203040;

    private PacketBytes() {}

    static byte[] of(MarkedPacket marked) {
        Packet packet = marked.packet();
        boolean inbound = packet.direction() == Direction.INBOUND;
        InetAddress source = inbound ? packet.remote() : packet.device();
        InetAddress destination = inbound ? packet.device() : packet.remote();
        byte[] payload = payload(marked);
        putChecksum(packet, payload, source, destination);
        byte[] header = source.getAddress().length == 4
                ? ipv4Header(packet, marked.mark(), source, destination, payload.length)
                : ipv6Header(packet, marked.mark(), source, destination, payload.length);
        return ByteBuffer.allocate(header.length + payload.length)
                .put(header)
                .put(payload)
                .array();
    }

    private static byte[] ipv4Header(
            Packet packet, int mark, InetAddress source, InetAddress destination, int payloadLength) {
        ByteBuffer header = ByteBuffer.allocate(IPV4_HEADER)
                .put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (IPV4_HEADER + payloadLength))
                .putShort((short) mark)
                .putShort((short) 0)
                .put((byte) MarkedPacket.LIFE)
                .put((byte) packet.protocol())
                .putShort((short) 0)
                .put(source.getAddress())
                .put(destination.getAddress());
        return header.putShort(10, (short) ~sum(header.array(), 0)).array();
    }

    private static byte[] ipv6Header(
            Packet packet, int mark, InetAddress source, InetAddress destination, int payloadLength) {
        return ByteBuffer.allocate(IPV6_HEADER)
                .putInt(0x60000000 | mark)
                .putShort((short) payloadLength)
                .put((byte) packet.protocol())
                .put((byte) MarkedPacket.LIFE)
                .put(source.getAddress())
                .put(destination.getAddress())
                .array();
    }

    private static byte[] payload(MarkedPacket marked) {
        Packet packet = marked.packet();
        if (packet instanceof Packet.Tcp tcp) {
            return ports(TCP_HEADER, tcp.direction(), tcp.remoteEnd(), tcp.deviceEnd())
                    .putInt(SEQUENCE)
                    .putInt(marked.flags().opens() ? 0 : SEQUENCE)
                    .put((byte) (TCP_HEADER / Integer.BYTES << 4))
                    .put((byte) marked.flags().bits())
                    .putShort((short) 0xFFFF)
                    .array();
        } else if (packet instanceof Packet.Udp udp) {
            return ports(UDP_HEADER + BODY, udp.direction(), udp.remoteEnd(), udp.deviceEnd())
                    .putShort((short) (UDP_HEADER + BODY))
                    .array();
        } else if (packet instanceof Packet.Icmp icmp) {
            return ByteBuffer.allocate(ICMP_HEADER + BODY)
                    .put((byte) icmp.type())
                    .put((byte) icmp.code())
                    .putShort((short) 0)
                    .putShort((short) icmp.identifier())
                    .array();
        } else if (packet.protocol() == AH) {
            // Its length in words, less two.
            return ByteBuffer.allocate(AUTHENTICATION_HEADER)
                    .put((byte) NO_NEXT_HEADER)
                    .put((byte) (AUTHENTICATION_HEADER / Integer.BYTES - 2))
                    .array();
        }
        return new byte[BODY];
    }

    private static ByteBuffer ports(
            int length, Direction direction, InetSocketAddress remoteEnd, InetSocketAddress deviceEnd) {
        boolean inbound = direction == Direction.INBOUND;
        return ByteBuffer.allocate(length)
                .putShort((short) (inbound ? remoteEnd : deviceEnd).getPort())
                .putShort((short) (inbound ? deviceEnd : remoteEnd).getPort());
    }

    private static void putChecksum(Packet packet, byte[] payload, InetAddress source, InetAddress destination) {
        int at = packet instanceof Packet.Tcp
                ? 16
                : packet instanceof Packet.Udp ? 6 : packet instanceof Packet.Icmp ? 2 : -1;
        if (at < 0) {
            return;
        }
        int pseudoHeader = 0;
        if (packet.protocol() != ICMP) {
            pseudoHeader = sum(source.getAddress(), sum(destination.getAddress(), packet.protocol() + payload.length));
        }
        int checksum = ~sum(payload, pseudoHeader) & 0xFFFF;
        // In UDP zero would mean that there is none.
        int written = checksum == 0 && packet instanceof Packet.Udp ? 0xFFFF : checksum;
        ByteBuffer.wrap(payload).putShort(at, (short) written);
    }

    /** The ones' complement sum over all words; RFC 1071. */
    private static int sum(byte[] bytes, int start) {
        int sum = start;
        for (int i = 0; i < bytes.length; i += 2) {
            sum += (bytes[i] & 0xFF) << 8 | (i + 1 < bytes.length ? bytes[i + 1] & 0xFF : 0);
        }
        while (sum >> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }
        return sum;
    }
}
