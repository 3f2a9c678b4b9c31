package org.wec7emu.profile;

import java.net.Inet4Address;
import java.time.DayOfWeek;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.wec7emu.firewall.AddressLiteral;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;

/** Writes one of {@code firewall.rules:}, as a person would: the mirror of {@link RuleSection}. */
final class RuleText {
    /** A run of days shorter than this is written out. */
    private static final int SHORTEST_RUN = 3;

    private static final Set<String> OTHER_THAN_TEXT =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");
    /** What numbers and dates consist of. */
    private static final String OF_NUMBERS = "0123456789abcdefABCDEFxXoO_.-";

    private static final int ESP = 50;
    private static final int AH = 51;

    private final Rule rule;
    private final StringBuilder keys = new StringBuilder();

    RuleText(Rule rule) {
        this.rule = rule;
    }

    /**
     * As in {@code rule4: {allow: tcp, port: 443}}.
     *
     * @throws IllegalArgumentException when a profile can't say it
     */
    String line() {
        if (!Names.isKey(rule.name())
                || rule.name().equals("evidence")
                || rule.name().equals("value")) {
            throw unsayable("a rule's name in a profile is 1 to 100 printable ASCII characters without a backslash, and"
                    + " neither evidence nor value");
        }
        traffic();
        boolean inbound = rule.direction() == Direction.INBOUND;
        if (!inbound) {
            add("direction", "outbound");
        }
        rule.publicHost().ifPresent(host -> add(inbound ? "from" : "to", address(host)));
        rule.privateHost().ifPresent(host -> add("private-host", address(host)));
        if (!sameFamily()) {
            throw unsayable("its two ends are of different IP versions, so it could match nothing");
        }
        if (!rule.enabled()) {
            add("enabled", "false");
        }
        rule.when().ifPresent(this::times);
        return name(rule.name()) + ": {" + keys + "}";
    }

    private void traffic() {
        String verb = Phrases.label(rule.action());
        Traffic traffic = rule.traffic();
        if (traffic instanceof Traffic.Tcp tcp) {
            add(verb, "tcp");
            add("port", ports(tcp.ports()));
        } else if (traffic instanceof Traffic.Udp udp) {
            add(verb, "udp");
            add("port", ports(udp.ports()));
        } else if (traffic instanceof Traffic.Icmp icmp) {
            add(verb, "icmp");
            message(icmp.type(), icmp.code());
        } else if (traffic instanceof Traffic.Icmpv6 icmp) {
            add(verb, "icmpv6");
            message(icmp.type(), icmp.code());
        } else if (traffic instanceof Traffic.Protocol protocol) {
            add(verb, protocol(protocol.number()));
        } else {
            add(verb, "any");
        }
    }

    private String ports(PortRange ports) {
        if (ports.first() == 0) {
            throw unsayable("a profile's ports begin with 1");
        }
        return ports.toString();
    }

    private void message(OptionalInt type, OptionalInt code) {
        type.ifPresent(number -> add("type", Integer.toString(number)));
        code.ifPresent(number -> add("code", Integer.toString(number)));
    }

    private static String protocol(int number) {
        return switch (number) {
            case ESP -> "esp";
            case AH -> "ah";
            default -> Integer.toString(number);
        };
    }

    private boolean sameFamily() {
        return rule.publicHost().isEmpty()
                || rule.privateHost().isEmpty()
                || isIpv4(rule.publicHost().get()) == isIpv4(rule.privateHost().get());
    }

    private static boolean isIpv4(AddressRange host) {
        return host.base() instanceof Inet4Address;
    }

    private static String address(AddressRange host) {
        String text = AddressLiteral.of(host);
        return isIpv4(host) ? text : "'" + text + "'";
    }

    private void times(TimeCondition times) {
        times.hours().ifPresent(hours -> add("hours", hours.start() + "-" + hours.end()));
        if (!times.daysOfWeek().isEmpty()) {
            add("days", days(times.daysOfWeek()));
        }
        times.dayOfMonth().ifPresent(day -> add("day", Integer.toString(day)));
        times.month().ifPresent(month -> add("month", Integer.toString(month.getValue())));
    }

    private static String days(Set<DayOfWeek> days) {
        StringBuilder text = new StringBuilder();
        DayOfWeek[] week = DayOfWeek.values();
        for (int i = 0; i < week.length; i++) {
            int end = i;
            while (end < week.length && days.contains(week[end])) {
                end++;
            }
            if (end == i) {
                continue;
            }
            text.append(text.isEmpty() ? "" : " ").append(Phrases.label(week[i]));
            if (end - i >= SHORTEST_RUN) {
                text.append('-').append(Phrases.label(week[end - 1]));
                i = end - 1;
            }
        }
        return text.toString();
    }

    private void add(String key, String value) {
        keys.append(keys.isEmpty() ? "" : ", ").append(key).append(": ").append(value);
    }

    /** In quotes where YAML, of whichever version, might take it for something else than text. */
    private static String name(String name) {
        return isPlain(name) ? name : "'" + name.replace("'", "''") + "'";
    }

    private static boolean isPlain(String name) {
        boolean letterFirst = isLetter(name.charAt(0)) || name.charAt(0) == '_';
        boolean outsideNumbers = letterFirst;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && "0123456789_-.".indexOf(c) < 0) {
                return false;
            }
            outsideNumbers |= OF_NUMBERS.indexOf(c) < 0;
        }
        boolean begins = letterFirst || (name.charAt(0) >= '0' && name.charAt(0) <= '9');
        return begins && outsideNumbers && !OTHER_THAN_TEXT.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private IllegalArgumentException unsayable(String why) {
        return new IllegalArgumentException("rule " + rule.name() + " can't be written in a profile: " + why);
    }
}
