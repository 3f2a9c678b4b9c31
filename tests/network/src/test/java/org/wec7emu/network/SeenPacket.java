package org.wec7emu.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What is told of a packet that the kernel sent.
 *
 * @param sourcePort 0 where the protocol has none; so {@code destinationPort}
 * @param tcpFlags as in the TCP header; 0 of other protocols
 * @param mark of a {@link MarkedPacket}; empty of others
 */
record SeenPacket(
        InetAddress source,
        InetAddress destination,
        int protocol,
        int sourcePort,
        int destinationPort,
        int tcpFlags,
        OptionalInt mark) {
    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int FLAGS_AT = 13;

    static SeenPacket of(byte[] bytes) {
        return bytes[0] >> 4 == 4 ? ipv4(bytes) : ipv6(bytes);
    }

    private static SeenPacket ipv4(byte[] bytes) {
        ByteBuffer header = ByteBuffer.wrap(bytes);
        int mark = header.getShort(4) & 0xFFFF;
        return of(bytes, 12, 4, (bytes[0] & 0xF) * Integer.BYTES, bytes[9] & 0xFF, bytes[8], mark);
    }

    private static SeenPacket ipv6(byte[] bytes) {
        int mark = ByteBuffer.wrap(bytes).getInt() & 0xFFFFF;
        return of(bytes, 8, 16, 40, bytes[6] & 0xFF, bytes[7], mark);
    }

    private static SeenPacket of(
            byte[] bytes, int addressesAt, int addressLength, int payloadAt, int protocol, int life, int mark) {
        ByteBuffer packet = ByteBuffer.wrap(bytes);
        boolean hasPorts = protocol == TCP || protocol == UDP;
        return new SeenPacket(
                address(bytes, addressesAt, addressLength),
                address(bytes, addressesAt + addressLength, addressLength),
                protocol,
                hasPorts ? packet.getShort(payloadAt) & 0xFFFF : 0,
                hasPorts ? packet.getShort(payloadAt + 2) & 0xFFFF : 0,
                protocol == TCP ? bytes[payloadAt + FLAGS_AT] & 0xFF : 0,
                life == MarkedPacket.LIFE ? OptionalInt.of(mark) : OptionalInt.empty());
    }

    private static InetAddress address(byte[] bytes, int at, int length) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + length));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isSynAck() {
        return tcpFlags == TcpFlags.SYN_ACK.bits();
    }
}
