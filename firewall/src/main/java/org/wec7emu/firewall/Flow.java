package org.wec7emu.firewall;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Both ends of a conversation, the same for either direction.
 *
 * @param protocol IP protocol number
 */
record Flow(int protocol, InetSocketAddress remote, InetSocketAddress device) {
    /** Null for packets that belong to none that the firewall remembers. */
    static @Nullable Flow of(Packet packet) {
        if (packet instanceof Packet.Tcp tcp) {
            return new Flow(tcp.protocol(), tcp.remoteEnd(), tcp.deviceEnd());
        } else if (packet instanceof Packet.Udp udp) {
            return new Flow(udp.protocol(), udp.remoteEnd(), udp.deviceEnd());
        } else if (packet instanceof Packet.Icmp icmp) {
            return new Flow(
                    icmp.protocol(),
                    new InetSocketAddress(icmp.remote(), icmp.identifier()),
                    new InetSocketAddress(icmp.device(), icmp.identifier()));
        }
        return null;
    }

    // Written out, as a record's own are several times slower until the JVM's best compiler has seen to them.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Flow flow
                && protocol == flow.protocol
                && remote.equals(flow.remote)
                && device.equals(flow.device);
    }

    @Override
    public int hashCode() {
        return (remote.hashCode() * 31 + device.hashCode()) * 31 + protocol;
    }
}
