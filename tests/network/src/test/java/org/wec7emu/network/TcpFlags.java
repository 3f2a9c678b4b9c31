package org.wec7emu.network;

import java.net.InetSocketAddress;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Packet;

/** The flags of a TCP segment that tests send. */
enum TcpFlags {
    SYN(0x02),
    SYN_ACK(0x12),
    ACK(0x10),
    FIN_ACK(0x11),
    RST(0x04);

    private final int bits;

    TcpFlags(int bits) {
        this.bits = bits;
    }

    /** As in the TCP header. */
    int bits() {
        return bits;
    }

    /** Whether it begins a connection. */
    boolean opens() {
        return this == SYN;
    }

    /** Whether it ends one. */
    boolean closes() {
        return this == FIN_ACK || this == RST;
    }

    /** Such a segment. */
    Packet.Tcp segment(Direction direction, InetSocketAddress remoteEnd, InetSocketAddress deviceEnd) {
        return new Packet.Tcp(direction, remoteEnd, deviceEnd, opens(), closes());
    }
}
