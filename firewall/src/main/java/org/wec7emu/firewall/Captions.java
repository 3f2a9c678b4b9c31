package org.wec7emu.firewall;

import java.net.Inet4Address;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.OptionalInt;

/** The captions that the device's configuration tool generates for rules. */
final class Captions {
    private static final int ESP = 50;
    private static final int AH = 51;

    private Captions() {}

    static String of(Rule rule) {
        String verb =
                switch (rule.action()) {
                    case ALLOW -> "Allow ";
                    case BLOCK -> "Block ";
                    case LOG -> "Log ";
                };
        return verb
                + traffic(rule)
                + rule.privateHost().map(Captions::device).orElse("")
                + rule.when().map(Captions::times).orElse("")
                + (rule.enabled() ? "" : " (disabled)");
    }

    private static String traffic(Rule rule) {
        Traffic traffic = rule.traffic();
        if (traffic instanceof Traffic.Tcp tcp) {
            return ports("TCP", tcp.ports()) + where(rule);
        } else if (traffic instanceof Traffic.Udp udp) {
            return ports("UDP", udp.ports()) + where(rule);
        } else if (traffic instanceof Traffic.Icmp icmp) {
            return icmp("ICMP", icmp.type(), icmp.code()) + restrictedTo(rule);
        } else if (traffic instanceof Traffic.Icmpv6 icmp) {
            return icmp("ICMPv6", icmp.type(), icmp.code()) + restrictedTo(rule);
        } else if (traffic instanceof Traffic.Protocol protocol) {
            return protocol(protocol.number()) + where(rule);
        }
        return rule.direction() == Direction.INBOUND && rule.publicHost().isPresent()
                ? "any port for IP " + rule.publicHost().get()
                : "everything" + where(rule);
    }

    private static String icmp(String protocol, OptionalInt type, OptionalInt code) {
        String separator = type.isPresent() ? ", code " : " code ";
        return protocol + numbered(" type ", type) + numbered(separator, code);
    }

    private static String protocol(int number) {
        return switch (number) {
            case ESP -> "ESP";
            case AH -> "AH";
            default -> "IP protocol " + number;
        };
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
        return rule.publicHost().isPresent() || rule.direction() == Direction.OUTBOUND ? where(rule) : "";
    }

    private static String where(Rule rule) {
        boolean inbound = rule.direction() == Direction.INBOUND;
        return rule.publicHost()
                .map(host -> (inbound ? " from " : " to ") + host)
                .orElse(inbound ? " from anywhere on the public network" : " to anywhere on the public network");
    }

    private static String device(AddressRange address) {
        if (address.isWholeFamily()) {
            return address.base() instanceof Inet4Address ? " in IPv4" : " in IPv6";
        }
        return ", device address " + address;
    }

    private static String times(TimeCondition times) {
        StringBuilder text = new StringBuilder();
        times.hours().ifPresent(hours -> text.append(", ").append(hours));
        String separator = ", on ";
        for (DayOfWeek day : DayOfWeek.values()) {
            if (times.daysOfWeek().contains(day)) {
                text.append(separator).append(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
                separator = " and ";
            }
        }
        times.dayOfMonth().ifPresent(day -> text.append(", on day ").append(day));
        times.month()
                .ifPresent(month -> text.append(" in ").append(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)));
        return text.toString();
    }
}
