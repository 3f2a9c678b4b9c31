package org.wec7emu.profile;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.AddressRange;
import org.wec7emu.firewall.Direction;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.TimeCondition;
import org.wec7emu.firewall.Traffic;

/** Reads one of {@code firewall.rules:}. */
final class RuleSection {
    static final String EXAMPLE = "allow: tcp, port: 443";

    private static final List<String> VERBS = List.of("allow", "block", "log");
    private static final List<String> KEYS = List.of(
            "allow",
            "block",
            "log",
            "port",
            "type",
            "code",
            "direction",
            "from",
            "to",
            "private-host",
            "enabled",
            "hours",
            "days",
            "day",
            "month");

    private final Cursor rule;

    RuleSection(Cursor rule) {
        this.rule = rule;
    }

    Rule read(String name) {
        rule.requireEvidence();
        rule.mayHave(KEYS);
        String verb = verb();
        Traffic traffic = verb.isEmpty() ? Traffic.any() : new TrafficKeys(rule, verb).read();
        Direction direction = rule.has("direction") ? rule.choice("direction", Direction.values()) : Direction.INBOUND;
        Optional<AddressRange> publicHost = publicHost(direction);
        Optional<AddressRange> privateHost = address("private-host");
        if (publicHost.isPresent()
                && privateHost.isPresent()
                && isIpv4(publicHost.get()) != isIpv4(privateHost.get())) {
            rule.reject(
                    "private-host",
                    "it is of another IP version than the other end, so the rule could match nothing; write both in one");
        }
        boolean enabled = !rule.has("enabled") || rule.flag("enabled");
        Optional<TimeCondition> when = TimeKeys.areIn(rule) ? new TimeKeys(rule).read() : Optional.empty();
        rule.close();
        return new Rule(name, action(verb), direction, traffic, publicHost, privateHost, enabled, when);
    }

    /** Empty when there are two, which is a mistake. */
    private String verb() {
        String found = "";
        for (String verb : VERBS) {
            if (rule.has(verb) && !found.isEmpty()) {
                rule.reject(verb, "a rule can't " + found + " and " + verb + "; remove one of the two");
                return "";
            }
            found = rule.has(verb) ? verb : found;
        }
        return found.isEmpty() ? "allow" : found;
    }

    private static Action action(String verb) {
        return switch (verb) {
            case "block" -> Action.BLOCK;
            case "log" -> Action.LOG;
            default -> Action.ALLOW;
        };
    }

    private Optional<AddressRange> publicHost(Direction direction) {
        String right = direction == Direction.INBOUND ? "from" : "to";
        String wrong = direction == Direction.INBOUND ? "to" : "from";
        if (rule.has(wrong)) {
            rule.reject(
                    wrong,
                    "an " + Phrases.label(direction) + " rule is about packets " + right + " another host; write '"
                            + right + "' instead, or private-host for an address of the device");
        }
        return address(right);
    }

    private Optional<AddressRange> address(String key) {
        String text = rule.has(key) ? rule.text(key, "192.168.0.0/24") : "";
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(AddressRange.parse(text));
        } catch (IllegalArgumentException e) {
            rule.reject(
                    key,
                    isAddressWithMask(text)
                            ? Quoted.of(text) + " has a mask with a one behind a zero, so it is no range;"
                                    + " write for example 192.168.0.0/255.255.255.0"
                            : Quoted.of(text) + " is no address; write for example 192.168.0.1 or 192.168.0.0/24");
            return Optional.empty();
        }
    }

    /** Whether both sides of the slash are good in themselves. */
    private static boolean isAddressWithMask(String text) {
        int slash = text.indexOf('/');
        return slash > 0 && isIpv4(text.substring(0, slash)) && isIpv4(text.substring(slash + 1));
    }

    private static boolean isIpv4(String text) {
        try {
            return text.indexOf('/') < 0 && isIpv4(AddressRange.parse(text));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isIpv4(AddressRange range) {
        return range.base() instanceof Inet4Address;
    }
}
