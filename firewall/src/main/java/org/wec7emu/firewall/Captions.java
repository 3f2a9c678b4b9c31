package org.wec7emu.firewall;

import java.util.OptionalInt;

/** The captions that the device's configuration tool generates for rules. */
final class Captions {
    private Captions() {}

    static String of(Rule rule) {
        String verb =
                switch (rule.action()) {
                    case ALLOW -> "Allow ";
                    case BLOCK -> "Block ";
                    case LOG -> "Log ";
                };
        return verb + traffic(rule) + (rule.enabled() ? "" : " (disabled)");
    }

    private static String traffic(Rule rule) {
        Traffic traffic = rule.traffic();
        if (traffic instanceof Traffic.Tcp tcp) {
            return ports("TCP", tcp.ports()) + where(rule);
        } else if (traffic instanceof Traffic.Udp udp) {
            return ports("UDP", udp.ports()) + where(rule);
        } else if (traffic instanceof Traffic.Icmp icmp) {
            return "ICMP" + numbered(" type ", icmp.type()) + numbered(", code ", icmp.code()) + restrictedTo(rule);
        } else if (traffic instanceof Traffic.Protocol protocol) {
            return "IP protocol " + protocol.number() + where(rule);
        }
        return rule.publicHost().map(host -> "any port for IP " + host).orElse("everything" + where(rule));
    }

    private static String ports(String protocol, PortRange ports) {
        return ports.isSinglePort()
                ? protocol + " port " + ports.first()
                : "ports " + ports.first() + " to " + ports.last();
    }

    private static String numbered(String label, OptionalInt number) {
        return number.isEmpty() ? "" : label + number.getAsInt();
    }

    private static String restrictedTo(Rule rule) {
        return rule.publicHost().isPresent() ? where(rule) : "";
    }

    private static String where(Rule rule) {
        boolean inbound = rule.direction() == Direction.INBOUND;
        return rule.publicHost()
                .map(host -> (inbound ? " from " : " to ") + host)
                .orElse(inbound ? " from anywhere on the public network" : " to anywhere on the public network");
    }
}
