package org.wec7emu.firewall;

import java.util.List;
import java.util.Optional;

/**
 * Traffic that one rule set lets pass and another one drops.
 *
 * @param direction which way it goes
 * @param traffic what it is
 * @param hosts between whom; empty for any hosts
 * @param passesInSecond whether the second rule set lets it pass and the first one drops it; else the other way round
 */
public record TrafficChange(Direction direction, TrafficSpan traffic, List<HostSpan> hosts, boolean passesInSecond) {
    public TrafficChange {
        hosts = List.copyOf(hosts);
    }

    /** Whether a packet is one that the two decide differently over, in this way. */
    public boolean includes(Packet packet) {
        return packet.direction() == direction
                && traffic.contains(packet)
                && (hosts.isEmpty() || hosts.stream().anyMatch(span -> span.contains(packet)));
    }

    /** The same, seen from the second rule set. */
    public TrafficChange mirrored() {
        return new TrafficChange(direction, traffic, hosts, !passesInSecond);
    }

    private TrafficChange with(TrafficSpan other) {
        return new TrafficChange(direction, other, hosts, passesInSecond);
    }

    /** This and another as one, when they are next to each other; empty when not. */
    Optional<TrafficChange> joined(TrafficChange next) {
        return next.with(traffic).equals(this) ? traffic.joined(next.traffic).map(this::with) : Optional.empty();
    }
}
