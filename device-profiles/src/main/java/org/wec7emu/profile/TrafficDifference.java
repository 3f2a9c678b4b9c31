package org.wec7emu.profile;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.HostSpan;
import org.wec7emu.firewall.TrafficChange;
import org.wec7emu.firewall.TrafficChanges;
import org.wec7emu.firewall.TrafficSpan;

/**
 * Traffic that the firewall of one device lets pass and that of another one drops, in a person's words.
 *
 * @param name what it is for, such as "passive FTP" or "https"; else which way it goes
 * @param direction which way it goes, seen from the device
 * @param traffic what it is: spans of one protocol, or of protocols without a name
 * @param hosts between whom; empty for any hosts
 * @param passesInSecond whether the second device's firewall lets it pass; else the first one's does
 */
public record TrafficDifference(
        String name, Direction direction, List<TrafficSpan> traffic, List<HostSpan> hosts, boolean passesInSecond) {
    private static final int UNNAMED = 255;

    public TrafficDifference {
        traffic = List.copyOf(traffic);
        hosts = List.copyOf(hosts);
    }

    /** What belongs into one line. */
    private record Line(String name, Direction direction, int protocol, List<HostSpan> hosts, boolean passesInSecond) {}

    /**
     * All such traffic, what has a name first.
     *
     * @param at the time, by either device's clock, for rules that hold at certain times only
     */
    public static List<TrafficDifference> of(DeviceInState first, DeviceInState second, LocalDateTime at) {
        NamedTraffic names = new NamedTraffic(first.profile(), second.profile());
        Map<Line, List<TrafficSpan>> lines = new LinkedHashMap<>();
        for (TrafficChange change : TrafficChanges.between(
                first.profile().firewall().at(at), second.profile().firewall().at(at), names.spans())) {
            String name = names.of(change);
            Line line = new Line(
                    name, change.direction(), protocol(change.traffic()), change.hosts(), change.passesInSecond());
            lines.computeIfAbsent(line, absent -> new ArrayList<>()).add(change.traffic());
        }
        List<TrafficDifference> all = new ArrayList<>();
        lines.forEach((line, spans) -> all.add(
                new TrafficDifference(line.name(), line.direction(), spans, line.hosts(), line.passesInSecond())));
        all.sort(names.order());
        return all;
    }

    /** The number of a protocol that has a name; one for all others. */
    private static int protocol(TrafficSpan traffic) {
        return traffic.protocolName().startsWith("IP ")
                ? UNNAMED
                : traffic.protocols().first();
    }

    /** As in "TCP 1-19, 22-79 from 10.0.0.0/8" or "ICMP type 0-7; type 8, code 1-255". */
    public String text() {
        String protocol = protocol(traffic.get(0)) == UNNAMED && traffic.size() > 1
                ? "IP protocols"
                : traffic.get(0).protocolName();
        String separator = protocol.startsWith("ICMP") ? "; " : ", ";
        String numbers = traffic.stream().map(TrafficSpan::numbers).collect(Collectors.joining(separator));
        String between = hosts.stream().map(span -> " " + span.text(direction)).collect(Collectors.joining(" and"));
        return (protocol + " " + numbers).strip() + between;
    }
}
