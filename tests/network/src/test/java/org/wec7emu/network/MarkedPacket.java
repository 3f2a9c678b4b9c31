package org.wec7emu.network;

import java.net.InetSocketAddress;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;

/**
 * A packet to be sent, and what it is recognised by afterwards.
 *
 * @param flags of a TCP segment; of other packets they mean nothing
 * @param mark 1 to 65535; with it goes the time to live (or hop limit) of {@link #LIFE}, which nothing else has here
 */
record MarkedPacket(Packet packet, TcpFlags flags, int mark) {
    static final int LIFE = 77;
    static final int HIGHEST_MARK = 65_535;

    /** @throws IllegalArgumentException when the mark has no room in a header, or the flags belie the packet */
    MarkedPacket {
        if (mark < 1 || mark > HIGHEST_MARK) {
            throw new IllegalArgumentException("no mark: " + mark);
        }
        if (packet instanceof Packet.Tcp tcp && tcp.opening() != flags.opens()) {
            throw new IllegalArgumentException(flags + " of " + packet);
        }
    }

    static MarkedPacket of(Packet packet, int mark) {
        boolean opening = packet instanceof Packet.Tcp tcp && tcp.opening();
        return new MarkedPacket(packet, opening ? TcpFlags.SYN : TcpFlags.ACK, mark);
    }

    /** The address at the other end, and its port where the protocol has them. */
    InetSocketAddress remoteEnd() {
        if (packet instanceof Packet.Tcp tcp) {
            return tcp.remoteEnd();
        } else if (packet instanceof Packet.Udp udp) {
            return udp.remoteEnd();
        }
        return new InetSocketAddress(packet.remote(), 0);
    }

    /** The device's address, and its port where the protocol has them. */
    InetSocketAddress deviceEnd() {
        if (packet instanceof Packet.Tcp tcp) {
            return tcp.deviceEnd();
        } else if (packet instanceof Packet.Udp udp) {
            return udp.deviceEnd();
        }
        return new InetSocketAddress(packet.device(), 0);
    }

    @Override
    public String toString() {
        String kind = "protocol " + packet.protocol();
        if (packet instanceof Packet.Tcp) {
            kind = "TCP " + flags;
        } else if (packet instanceof Packet.Udp) {
            kind = "UDP";
        } else if (packet instanceof Packet.Icmp icmp) {
            kind = "ICMP " + icmp.type() + "/" + icmp.code() + " id " + icmp.identifier();
        }
        String way = packet.direction() == Direction.INBOUND ? " in, " : " out, ";
        return "#" + mark + " " + kind + way + "remote " + remoteEnd() + ", device " + deviceEnd();
    }
}
