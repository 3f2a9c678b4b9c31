package org.wec7emu.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.PortRange;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;

/** Reads {@code firewall:}. */
final class FirewallSection {
    private static final int HIGHEST_OCTET = 255;
    private static final List<String> KEYS = List.of("allow", "block", "port", "type", "code", "from");
    private static final String EXAMPLE = "allow: tcp, port: 443";

    private final Cursor cursor;

    FirewallSection(Cursor cursor) {
        this.cursor = cursor;
    }

    RuleSet read() {
        Dialect dialect = cursor.choice("dialect", Dialect.values());
        boolean enabled = cursor.flag("enabled");
        List<Rule> rules = new ArrayList<>();
        Cursor named = cursor.section("rules", "rule1: {" + EXAMPLE + "}");
        for (Map.Entry<String, Cursor> entry : named.sections(EXAMPLE).entrySet()) {
            rules.add(rule(entry.getKey(), entry.getValue()));
        }
        cursor.close();
        return new RuleSet(dialect, enabled, rules);
    }

    private static Rule rule(String name, Cursor rule) {
        rule.requireEvidence();
        rule.mayHave(KEYS);
        Action action = Action.ALLOW;
        Traffic traffic = Traffic.any();
        if (rule.has("allow") && rule.has("block")) {
            rule.reject("block", "a rule can't allow and block; remove one of the two");
        } else {
            action = rule.has("block") ? Action.BLOCK : Action.ALLOW;
            traffic = traffic(rule, rule.has("block") ? "block" : "allow");
        }
        Rule result = Rule.inbound(name, action, traffic);
        AddressRange from = rule.has("from") ? from(rule) : null;
        rule.close();
        return from == null ? result : result.from(from);
    }

    private static Traffic traffic(Cursor rule, String verb) {
        String protocol = rule.text(verb, "tcp");
        if ((protocol.equals("any") || protocol.equals("icmp")) && rule.has("port")) {
            rule.reject("port", "only tcp and udp have ports; remove it");
        }
        if (!protocol.isEmpty() && !protocol.equals("icmp") && (rule.has("type") || rule.has("code"))) {
            rule.reject(rule.has("type") ? "type" : "code", "only icmp has a type and a code; remove it");
        }
        return switch (protocol) {
            case "tcp" -> new Traffic.Tcp(ports(rule));
            case "udp" -> new Traffic.Udp(ports(rule));
            case "icmp" -> new Traffic.Icmp(octet(rule, "type"), octet(rule, "code"));
            case "any", "" -> Traffic.any();
            default -> {
                rule.reject(verb, "there is no " + Quoted.of(protocol) + "; one of: any, tcp, udp, icmp");
                yield Traffic.any();
            }
        };
    }

    private static PortRange ports(Cursor rule) {
        String text = rule.textOrNumber("port", "443");
        PortRange ports = Ports.parse(text);
        if (ports == null) {
            if (!text.isEmpty()) {
                rule.reject("port", Quoted.of(text) + " is no port; write for example 443 or 20-21 (1 to 65535)");
            }
            return PortRange.of(0);
        }
        return ports;
    }

    private static OptionalInt octet(Cursor rule, String key) {
        return rule.has(key) ? OptionalInt.of(rule.number(key, 0, HIGHEST_OCTET, 8)) : OptionalInt.empty();
    }

    private static @Nullable AddressRange from(Cursor rule) {
        String text = rule.text("from", "192.168.0.0/24");
        if (text.isEmpty()) {
            return null;
        }
        try {
            // A number above 255 would send the address to a name service, and from there who knows where.
            if (hasOnlyOctets(text)) {
                return AddressRange.parse(text);
            }
        } catch (IllegalArgumentException e) {
            // Said below, in our words.
        }
        rule.reject("from", Quoted.of(text) + " is no address; write for example 192.168.0.1 or 192.168.0.0/24");
        return null;
    }

    private static boolean hasOnlyOctets(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (address.indexOf(':') >= 0) {
            return true;
        }
        int start = 0;
        for (int dot = address.indexOf('.'); dot >= 0; dot = address.indexOf('.', start)) {
            if (Numbers.parse(address.substring(start, dot), 0, HIGHEST_OCTET) < 0) {
                return false;
            }
            start = dot + 1;
        }
        return Numbers.parse(address.substring(start), 0, HIGHEST_OCTET) >= 0;
    }
}
