package org.wec7emu.firewall;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** All kinds of packets, cut into spans so that others tell no packet of one from another. */
final class TrafficCells {
    private static final int HIGHEST_PORT = 65_535;
    private static final int HIGHEST_OCTET = 255;
    private static final List<Integer> TCP_AND_UDP = List.of(6, 17);
    private static final List<Integer> ICMP_AND_ICMPV6 = List.of(1, 58);

    private final Collection<TrafficSpan> edges;

    TrafficCells(Collection<TrafficSpan> edges) {
        this.edges = edges;
    }

    /** TCP and UDP by port, then ICMP and ICMPv6 by type and code, then other protocols. */
    List<TrafficSpan> all() {
        List<TrafficSpan> cells = new ArrayList<>();
        for (int protocol : TCP_AND_UDP) {
            for (PortRange ports : cut(1, HIGHEST_PORT, protocol, TrafficSpan::first)) {
                cells.add(new TrafficSpan(PortRange.of(protocol), ports, TrafficSpan.ALL));
            }
        }
        for (int protocol : ICMP_AND_ICMPV6) {
            for (PortRange types : cut(0, HIGHEST_OCTET, protocol, TrafficSpan::first)) {
                for (PortRange codes : cut(0, HIGHEST_OCTET, protocol, TrafficSpan::second)) {
                    cells.add(new TrafficSpan(PortRange.of(protocol), types, codes));
                }
            }
        }
        for (int number = 0; number <= HIGHEST_OCTET; number++) {
            if (!TCP_AND_UDP.contains(number) && !ICMP_AND_ICMPV6.contains(number)) {
                cells.add(new TrafficSpan(PortRange.of(number), TrafficSpan.ALL, TrafficSpan.ALL));
            }
        }
        return cells;
    }

    private List<PortRange> cut(int low, int high, int protocol, Function<TrafficSpan, PortRange> axis) {
        SortedSet<Integer> starts = new TreeSet<>(List.of(low));
        for (TrafficSpan edge : edges) {
            if (edge.protocols().equals(PortRange.of(protocol))) {
                starts.add(axis.apply(edge).first());
                starts.add(axis.apply(edge).last() + 1);
            }
        }
        List<PortRange> ranges = new ArrayList<>();
        int start = low;
        for (int next : starts.subSet(low + 1, high + 1)) {
            ranges.add(new PortRange(start, next - 1));
            start = next;
        }
        ranges.add(new PortRange(start, high));
        return ranges;
    }
}
