package org.wec7emu.firewall.enforce.nftables;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.enforce.CountedPackets;
import org.wec7emu.firewall.enforce.GuardedPort;

/** A server socket behind the kernel's packet filter, which needs nothing of its own. */
final class NftPort implements GuardedPort {
    private final NftEnforcement enforcement;
    private final ServerSocketChannel channel;
    private final int logicalPort;
    /** Guarded by the enforcement. */
    private final Map<Packet, Long> counts = new HashMap<>();

    NftPort(NftEnforcement enforcement, ServerSocketChannel channel, int logicalPort) {
        this.enforcement = enforcement;
        this.channel = channel;
        this.logicalPort = logicalPort;
    }

    void count(Packet packet, long more) {
        counts.merge(packet, more, Long::sum);
    }

    List<CountedPackets> counted() {
        List<CountedPackets> drops = new ArrayList<>();
        counts.forEach((packet, count) -> drops.add(new CountedPackets(packet, count)));
        return drops;
    }

    @Override
    public ServerSocketChannel channel() {
        return channel;
    }

    @Override
    public int logicalPort() {
        return logicalPort;
    }

    @Override
    public OptionalLong dropped() {
        return OptionalLong.of(drops().stream().mapToLong(CountedPackets::count).sum());
    }

    @Override
    public List<CountedPackets> drops() {
        try {
            return enforcement.drops(this);
        } catch (IOException e) {
            // Whoever watches asks again; what was counted so far is no less true.
            return List.of();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The descriptor is gone, and nobody could do anything about it.
        }
        enforcement.forget(this);
    }
}
