package org.wec7emu.firewall.enforce.nftables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.Packet;
import org.wec7emu.firewall.enforce.CountedPackets;

/** Makes what has come since the last reading out of what was counted in all. */
final class CountReading {
    private Map<Packet, Long> last = Map.of();

    /** What is more than at the last call. */
    List<CountedPackets> increase(List<CountedPackets> counts) {
        Map<Packet, Long> now = new HashMap<>();
        List<CountedPackets> increase = new ArrayList<>();
        for (CountedPackets packets : counts) {
            now.put(packets.example(), packets.count());
            long before = last.getOrDefault(packets.example(), 0L);
            // The kernel begins anew with a flow that it had forgotten.
            long more = packets.count() < before ? packets.count() : packets.count() - before;
            if (more > 0) {
                increase.add(new CountedPackets(packets.example(), more));
            }
        }
        last = now;
        return increase;
    }
}
