package org.wec7emu.firewall;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the traffic that two rule sets decide differently over: all of it, and no other. The rules of both cut traffic and
 * addresses into cells, in which no rule tells one packet from another, so that one packet of a cell speaks for all of it.
 *
 * <p>Left out is what crosses no network (to port 0), and pieces of TCP, UDP or ICMP whose port or type isn't known.
 */
public final class TrafficChanges {
    private static final int SOME_PORT = 1;

    private final RuleSet first;
    private final RuleSet second;
    private final Collection<TrafficSpan> apart;
    private final List<TrafficChange> changes = new ArrayList<>();

    private TrafficChanges(RuleSet first, RuleSet second, Collection<TrafficSpan> apart) {
        this.first = first;
        this.second = second;
        this.apart = apart;
    }

    /**
     * Compares two rule sets.
     *
     * @param apart traffic that is told by itself: no change is about some of it and something else as well
     * @return in the order inbound, outbound; TCP, UDP, ICMP, ICMPv6, other protocols; ports or types
     * @throws IllegalStateException when a rule of either holds at certain times only; see {@link RuleSet#at}
     */
    public static List<TrafficChange> between(RuleSet first, RuleSet second, Collection<TrafficSpan> apart) {
        TrafficChanges all = new TrafficChanges(first, second, apart);
        for (Direction direction : Direction.values()) {
            all.find(direction);
        }
        return List.copyOf(all.changes);
    }

    private void find(Direction direction) {
        List<Rule> rules = Stream.of(first, second)
                .flatMap(set -> set.inDecidingOrder(direction).stream())
                .toList();
        HostCells ipv4 = new HostCells(AddressRange.ALL_IPV4, rules);
        HostCells ipv6 = new HostCells(AddressRange.ALL_IPV6, rules);
        List<TrafficSpan> edges = new ArrayList<>(apart);
        rules.forEach(rule -> edges.add(TrafficSpan.of(rule.traffic())));
        List<TrafficChange> found = new ArrayList<>();
        for (TrafficSpan traffic : new TrafficCells(edges).all()) {
            List<HostCells> families = traffic.families(ipv4, ipv6);
            for (boolean passesInSecond : new boolean[] {false, true}) {
                change(direction, traffic, families, passesInSecond).ifPresent(found::add);
            }
        }
        // Codes of a type first, then types, ports and protocols.
        changes.addAll(joined(joined(found)));
    }

    private Optional<TrafficChange> change(
            Direction direction, TrafficSpan traffic, List<HostCells> families, boolean passesInSecond) {
        List<HostSpan> hosts = new ArrayList<>();
        for (HostCells family : families) {
            Set<HostSpan> chosen = new LinkedHashSet<>();
            for (HostCells.Cell cell : family.cells()) {
                Packet packet = packet(direction, traffic, cell.remote(), cell.device());
                boolean passes = second.decide(packet).passes();
                if (passes == passesInSecond && first.decide(packet).passes() != passes) {
                    chosen.add(cell.span());
                }
            }
            hosts.addAll(family.merged(chosen));
        }
        if (hosts.isEmpty()) {
            return Optional.empty();
        }
        boolean any = hosts.size() == families.size() && hosts.stream().allMatch(HostSpan::isWholeFamily);
        return Optional.of(new TrafficChange(direction, traffic, any ? List.of() : hosts, passesInSecond));
    }

    private static Packet packet(Direction direction, TrafficSpan traffic, InetAddress remote, InetAddress device) {
        boolean inbound = direction == Direction.INBOUND;
        int number = traffic.first().first();
        InetSocketAddress remoteEnd = new InetSocketAddress(remote, inbound ? SOME_PORT : number);
        InetSocketAddress deviceEnd = new InetSocketAddress(device, inbound ? number : SOME_PORT);
        int protocol = traffic.protocols().first();
        return switch (protocol) {
            case 6 -> Packet.Tcp.syn(direction, remoteEnd, deviceEnd);
            case 17 -> new Packet.Udp(direction, remoteEnd, deviceEnd);
            case 1, 58 ->
                new Packet.Icmp(
                        direction, remote, device, number, traffic.second().first(), 0);
            default -> new Packet.Other(direction, remote, device, protocol);
        };
    }

    private List<TrafficChange> joined(List<TrafficChange> found) {
        List<TrafficChange> joined = new ArrayList<>();
        for (TrafficChange next : found) {
            int place = joined.size() - 1;
            Optional<TrafficChange> both = Optional.empty();
            while (place >= 0 && both.isEmpty()) {
                both = joined.get(place).joined(next).filter(change -> !straddles(change.traffic()));
                place -= both.isEmpty() ? 1 : 0;
            }
            if (both.isPresent()) {
                joined.set(place, both.get());
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private boolean straddles(TrafficSpan traffic) {
        return apart.stream().anyMatch(span -> span.overlaps(traffic) && !span.covers(traffic));
    }
}
