package org.wec7emu.profile;

import java.util.OptionalInt;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Traffic;

/** Reads what a rule says of protocol, ports, type and code. */
final class TrafficKeys {
    private static final int HIGHEST_OCTET = 255;
    private static final int ESP = 50;
    private static final int AH = 51;

    private final Cursor rule;
    private final String verb;

    /** @param verb the key with the protocol: {@code allow}, {@code block} or {@code log} */
    TrafficKeys(Cursor rule, String verb) {
        this.rule = rule;
        this.verb = verb;
    }

    Traffic read() {
        String protocol = rule.textOrNumber(verb, "text or a number", "tcp");
        Traffic traffic =
                switch (protocol) {
                    case "tcp" -> new Traffic.Tcp(ports());
                    case "udp" -> new Traffic.Udp(ports());
                    case "icmp" -> new Traffic.Icmp(octet("type"), octet("code"));
                    case "icmpv6" -> new Traffic.Icmpv6(octet("type"), octet("code"));
                    case "esp" -> new Traffic.Protocol(ESP);
                    case "ah" -> new Traffic.Protocol(AH);
                    case "any", "" -> Traffic.any();
                    default -> numbered(protocol);
                };
        if (!protocol.isEmpty()) {
            refuseOthers(traffic);
        }
        return traffic;
    }

    private Traffic numbered(String protocol) {
        int number = Numbers.parse(protocol, 0, HIGHEST_OCTET);
        if (number < 0) {
            rule.reject(
                    verb,
                    "there is no " + Quoted.of(protocol)
                            + "; one of: any, tcp, udp, icmp, icmpv6, esp, ah, or an IP protocol's number (0 to 255)");
            return Traffic.any();
        }
        return new Traffic.Protocol(number);
    }

    private void refuseOthers(Traffic traffic) {
        boolean hasPorts = traffic instanceof Traffic.Tcp || traffic instanceof Traffic.Udp;
        if (!hasPorts && rule.has("port")) {
            rule.reject("port", "only tcp and udp have ports; remove it");
        }
        boolean hasTypes = traffic instanceof Traffic.Icmp || traffic instanceof Traffic.Icmpv6;
        if (!hasTypes && (rule.has("type") || rule.has("code"))) {
            rule.reject(rule.has("type") ? "type" : "code", "only icmp and icmpv6 have a type and a code; remove it");
        }
    }

    private PortRange ports() {
        String text = rule.textOrNumber("port", "a port", "443");
        PortRange ports = Ports.parse(text);
        if (ports == null) {
            if (!text.isEmpty()) {
                rule.reject("port", Quoted.of(text) + " is no port; write for example 443 or 20-21 (1 to 65535)");
            }
            return PortRange.of(0);
        }
        return ports;
    }

    private OptionalInt octet(String key) {
        return rule.has(key) ? OptionalInt.of(rule.number(key, 0, HIGHEST_OCTET, 8)) : OptionalInt.empty();
    }
}
