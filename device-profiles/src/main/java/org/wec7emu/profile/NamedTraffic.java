package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.firewall.TrafficChange;
import org.wec7emu.firewall.TrafficSpan;

/** What traffic to two devices is for: FTP, the services of either, ping. */
final class NamedTraffic {
    private static final int FTP_CONTROL = 21;
    private static final int FTP_DATA = 20;
    private static final int ECHO_REQUEST = 8;

    private final Map<TrafficSpan, String> names = new LinkedHashMap<>();

    NamedTraffic(DeviceProfile first, DeviceProfile second) {
        add(Traffic.tcp(FTP_CONTROL), "FTP control");
        passive(first.ephemeralPorts());
        passive(second.ephemeralPorts());
        add(Traffic.tcp(FTP_DATA), "FTP data port");
        first.services().forEach(this::add);
        second.services().forEach(this::add);
        add(Traffic.Icmp.of(ECHO_REQUEST, 0), "ping");
    }

    private void passive(PortRange ports) {
        add(new Traffic.Tcp(ports), "passive FTP");
    }

    private void add(Service service) {
        int port = service.port();
        add(service.protocol() == Service.Protocol.TCP ? Traffic.tcp(port) : Traffic.udp(port), service.name());
    }

    private void add(Traffic traffic, String name) {
        names.putIfAbsent(TrafficSpan.of(traffic), name);
    }

    Collection<TrafficSpan> spans() {
        return names.keySet();
    }

    /** What it is for; of what has no such name, which way it goes. */
    String of(TrafficChange change) {
        if (change.direction() == Direction.OUTBOUND) {
            return "from the device";
        }
        return names.entrySet().stream()
                .filter(named -> named.getKey().covers(change.traffic()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("to the device");
    }

    /** What has a name comes first, FTP before all else. */
    Comparator<TrafficDifference> order() {
        List<String> first = new ArrayList<>(names.values());
        return Comparator.comparingInt(
                difference -> first.contains(difference.name()) ? first.indexOf(difference.name()) : first.size());
    }
}
