package org.wec7emu.firewall;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.HostTable.Host;
import org.wec7emu.firewall.TrafficSpace.Stretch;

/**
 * Finds the rule that decides over a packet without a look at all of them. It names the same rule as a search through the
 * list from its beginning.
 *
 * <p>The rules' edges cut the {@link TrafficSpace} into pieces; a packet's piece is found by binary search. Over the pieces
 * stands a binary tree (a segment tree), and a rule is put into the few nodes that together are just what it is about. So n
 * rules take the room of n log n at most, however their port ranges overlap, and a packet meets at most log n nodes.
 */
final class RuleIndex {
    private final List<Rule> rules;
    /** Where the pieces start. */
    private final int[] starts;
    /** Of each piece the nodes above it that have rules; the one with the first rule comes first. */
    private final HostTable[][] tables;

    /** @param rules in the order in which they decide, of one direction, all in force */
    RuleIndex(List<Rule> rules) {
        this.rules = rules;
        List<List<Stretch>> about = new ArrayList<>();
        for (Rule rule : rules) {
            about.add(TrafficSpace.stretches(rule.traffic()));
        }
        starts = starts(about);
        // A power of two, so that the root stands for everything.
        int leaves = Integer.highestOneBit(2 * starts.length - 1);
        Map<Integer, HostTable> nodes = new HashMap<>();
        for (int rank = 0; rank < rules.size(); rank++) {
            for (Stretch stretch : about.get(rank)) {
                put(nodes, leaves, stretch, rank);
            }
        }
        tables = new HostTable[starts.length][];
        for (int piece = 0; piece < starts.length; piece++) {
            tables[piece] = above(nodes, leaves + piece);
        }
    }

    private static int[] starts(List<List<Stretch>> about) {
        SortedSet<Integer> edges = new TreeSet<>(List.of(0));
        for (List<Stretch> stretches : about) {
            for (Stretch stretch : stretches) {
                edges.add(stretch.start());
                edges.add(stretch.end());
            }
        }
        int[] sorted = new int[edges.size()];
        int count = 0;
        for (int edge : edges.headSet(TrafficSpace.END)) {
            sorted[count++] = edge;
        }
        return Arrays.copyOf(sorted, count);
    }

    private void put(Map<Integer, HostTable> nodes, int leaves, Stretch stretch, int rank) {
        int left = leaves + piece(stretch.start());
        int right = leaves + (stretch.end() == TrafficSpace.END ? leaves : piece(stretch.end()));
        for (; left < right; left /= 2, right /= 2) {
            if (left % 2 == 1) {
                add(nodes, left, rank);
                left++;
            }
            if (right % 2 == 1) {
                right--;
                add(nodes, right, rank);
            }
        }
    }

    private void add(Map<Integer, HostTable> nodes, int node, int rank) {
        nodes.computeIfAbsent(node, absent -> new HostTable()).add(rules.get(rank), rank);
    }

    private static HostTable[] above(Map<Integer, HostTable> nodes, int leaf) {
        List<HostTable> found = new ArrayList<>();
        for (int node = leaf; node > 0; node /= 2) {
            HostTable table = nodes.get(node);
            if (table != null) {
                found.add(table);
            }
        }
        found.sort(Comparator.comparingInt(HostTable::first));
        return found.toArray(HostTable[]::new);
    }

    private int piece(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** The first rule in the deciding order that matches a packet of the rules' direction; null when none does. */
    @Nullable
    Rule first(Packet packet) {
        Host remote = Host.of(packet.remote());
        Host device = Host.of(packet.device());
        int first = first(TrafficSpace.place(packet), remote, device, HostTable.NONE);
        if (packet instanceof Packet.Icmp icmp) {
            first = first(TrafficSpace.placeByCode(icmp), remote, device, first);
        }
        return first == HostTable.NONE ? null : rules.get(first);
    }

    private int first(int place, Host remote, Host device, int best) {
        int first = best;
        for (HostTable table : tables[piece(place)]) {
            if (table.first() >= first) {
                break;
            }
            first = table.first(remote, device, first);
        }
        return first;
    }
}
