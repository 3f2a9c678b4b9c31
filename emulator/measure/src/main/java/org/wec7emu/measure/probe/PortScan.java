package org.wec7emu.measure.probe;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wec7emu.measure.client.Reach;
import org.wec7emu.profile.Service;
import org.wec7emu.profile.Service.Protocol;

/** Which of the ports that images are known to have are open, closed or silent, one after the other. */
final class PortScan extends Question {
    private static final int FTP_DATA = 20;

    private final List<Service> services;

    PortScan(ProbeSettings settings) {
        super("which ports are open, closed or silent", keys(settings.ports()));
        services = settings.ports().stream()
                .filter(service -> service.protocol() == Protocol.TCP)
                .toList();
        mayLookAt(FTP_DATA);
        services.forEach(service -> mayLookAt(service.port()));
    }

    private static String[] keys(List<Service> services) {
        return services.stream().map(PortScan::key).toArray(String[]::new);
    }

    private static String key(Service service) {
        return "services." + service.name() + ".listening";
    }

    @Override
    void ask(Interview it) throws IOException {
        Map<Integer, Reach> seen = new TreeMap<>();
        seen.put(FTP_DATA, it.lookAt(FTP_DATA));
        for (Service service : services) {
            Reach reach = it.lookAt(service.port());
            seen.put(service.port(), reach);
            switch (reach) {
                case OPEN -> it.answers().found(key(service), "true");
                case CLOSED -> it.answers().found(key(service), "false");
                case SILENT, UNREACHABLE ->
                    it.answers().leftOpen(key(service), "port " + service.port() + " is " + words(reach));
            }
        }
        it.notebook().saw(seen);
        it.answers().remark("ports", words(seen));
    }

    private static String words(Map<Integer, Reach> seen) {
        StringBuilder words = new StringBuilder();
        for (Reach reach : Reach.values()) {
            List<String> ports = seen.entrySet().stream()
                    .filter(entry -> entry.getValue() == reach)
                    .map(entry -> entry.getKey().toString())
                    .toList();
            if (!ports.isEmpty()) {
                words.append(words.isEmpty() ? "" : "; ")
                        .append(words(reach))
                        .append(": ")
                        .append(String.join(", ", ports));
            }
        }
        return words.toString();
    }

    private static String words(Reach reach) {
        return reach.name().toLowerCase(Locale.ROOT);
    }
}
