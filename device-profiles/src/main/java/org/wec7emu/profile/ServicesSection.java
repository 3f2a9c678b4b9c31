package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.profile.Service.Protocol;

/** Reads {@code services:}. */
final class ServicesSection {
    static final String EXAMPLE = "tcp: 443, listening: true";

    /** The next one is the stack's first ephemeral port. */
    private static final int HIGHEST_PORT = 49_151;

    private static final int FTP_DATA = 20;
    private static final int FTP_CONTROL = 21;
    private static final int PORT_OF_EXAMPLE = 443;
    private static final List<String> KEYS = List.of("tcp", "udp", "listening");

    private final Cursor cursor;
    private final Map<String, String> nameByPort = new HashMap<>();

    ServicesSection(Cursor cursor) {
        this.cursor = cursor;
    }

    List<Service> read() {
        List<Service> services = new ArrayList<>();
        Map<String, Cursor> sections = cursor.sections(EXAMPLE);
        for (Map.Entry<String, Cursor> entry : sections.entrySet()) {
            List<String> others = new ArrayList<>(sections.keySet());
            others.remove(entry.getKey());
            services.add(service(entry.getKey(), entry.getValue(), others));
        }
        return List.copyOf(services);
    }

    private Service service(String name, Cursor service, List<String> others) {
        service.mayHave(KEYS);
        Protocol protocol = service.has("udp") && !service.has("tcp") ? Protocol.UDP : Protocol.TCP;
        if (service.has("tcp") && service.has("udp")) {
            service.reject("udp", "a service has one port; list the UDP port as a service of its own");
        } else if (!service.has(protocol.label())
                && !NearestName.of(name, others).isEmpty()) {
            service.reject("tcp", "it has no port; " + NearestName.suggestion(name, others, ""));
        }
        int port = service.numberOrNone(protocol.label(), 1, HIGHEST_PORT, PORT_OF_EXAMPLE);
        boolean listening = service.flag("listening");
        service.close();
        if (port > 0) {
            check(name, protocol, port, service);
        }
        return new Service(name, protocol, port, listening);
    }

    private void check(String name, Protocol protocol, int port, Cursor service) {
        if (protocol == Protocol.TCP && (port == FTP_DATA || port == FTP_CONTROL)) {
            service.reject(protocol.label(), "port " + port + " is the FTP server's, which 'ftp:' is about; remove it");
        }
        String other = nameByPort.putIfAbsent(protocol + " port " + port, name);
        if (other != null) {
            service.reject(
                    protocol.label(),
                    protocol + " port " + port + " is the one of " + Quoted.of(other)
                            + " already; change that service instead");
        }
    }
}
