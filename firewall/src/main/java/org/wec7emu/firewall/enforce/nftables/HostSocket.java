package org.wec7emu.firewall.enforce.nftables;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * A socket of this machine that somebody has open.
 *
 * @param protocol {@code tcp} or {@code udp}
 * @param address its own; of a socket of IPv6 that speaks IPv4 the IPv4 address
 * @param waits for clients: it listens, or it is one of UDP that has no other end
 * @param inode as {@code /proc/PID/fd} names it
 */
record HostSocket(String protocol, InetAddress address, int port, boolean waits, long inode) {
    /** @param bytes 4 or 16, in the network's order */
    static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("an address of " + bytes.length + " bytes", e);
        }
    }

    boolean waitsEverywhere() {
        return waits && address.isAnyLocalAddress();
    }

    @Override
    public String toString() {
        return protocol + " port " + port;
    }
}
