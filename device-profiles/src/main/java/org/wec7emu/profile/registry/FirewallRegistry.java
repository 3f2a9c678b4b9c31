package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Dword;

/** The keys that hold a device's firewall: its switch and its rules. */
public final class FirewallRegistry {
    static final String ENABLED = "FwEnabled";
    static final String ENABLED_IPV4 = "EnableIPv4";
    static final String ENABLED_IPV6 = "EnableIPv6";
    static final String CXCONFIG = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall";
    static final String FW6 = "HKEY_LOCAL_MACHINE\\Comm\\Firewall";

    private FirewallRegistry() {}

    /**
     * The keys of a rule set, in its dialect's form.
     *
     * @throws IllegalArgumentException when the form can't say what a rule says; the message names the rule
     */
    public static List<RegistryKey> of(RuleSet rules) {
        return keys(rules, true);
    }

    /** The same, where a rule that the form can't say is a key without values. */
    static List<RegistryKey> sayable(RuleSet rules) {
        return keys(rules, false);
    }

    private static List<RegistryKey> keys(RuleSet rules, boolean strict) {
        List<RegistryKey> keys = new ArrayList<>();
        keys.add(head(rules));
        int entered = 0;
        for (Rule rule : rules.rules()) {
            try {
                keys.add(
                        switch (rules.dialect()) {
                            case CXCONFIG -> cxConfig(rule, CxConfigRule.isBlockAll(rule) ? 0 : entered++);
                            case FW6 ->
                                new RegistryKey(path(rules.dialect(), rule), rule.caption(), Fw6Rule.encode(rule));
                        });
            } catch (IllegalArgumentException e) {
                if (strict) {
                    throw e;
                } else if (hasKey(rule)) {
                    keys.add(new RegistryKey(path(rules.dialect(), rule), "", Map.of()));
                }
            }
        }
        return keys;
    }

    /** Whether there can be a key of the rule's name. */
    static boolean hasKey(Rule rule) {
        return rule.name().chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\');
    }

    /** Where a dialect has the firewall's switch, and below it its rules. */
    static String head(Dialect dialect) {
        return switch (dialect) {
            case CXCONFIG -> CXCONFIG;
            case FW6 -> FW6;
        };
    }

    /** The key that has a dialect's rules, each in a key of its own. */
    static String rules(Dialect dialect) {
        return head(dialect) + "\\Rules";
    }

    /** @throws IllegalArgumentException when no key can be called so */
    static String path(Dialect dialect, Rule rule) {
        if (dialect == Dialect.CXCONFIG && CxConfigRule.isBlockAll(rule)) {
            return CXCONFIG + "\\" + CxConfigRule.BLOCK_ALL;
        } else if (!hasKey(rule)) {
            throw unsayable(rule, "a key's name is printable ASCII here, without a backslash");
        }
        return rules(dialect) + "\\" + rule.name();
    }

    /**
     * The switch. Sources: FirewallWEC7_Default_Rules.reg of Beckhoff's; of Microsoft's, which has one for each IP version,
     * FirewallSettings.reg, both in https://github.com/pcdshub/pcds-plc-image-generator.
     */
    private static RegistryKey head(RuleSet rules) {
        Dword enabled = new Dword(rules.enabled() ? 1 : 0);
        Map<String, RegistryValue> head = new LinkedHashMap<>();
        switch (rules.dialect()) {
            case CXCONFIG -> {
                head.put(ENABLED, enabled);
                head.put("persist", new Dword(1));
            }
            case FW6 -> {
                head.put(ENABLED_IPV6, enabled);
                head.put(ENABLED_IPV4, enabled);
            }
        }
        return new RegistryKey(head(rules.dialect()), "", head);
    }

    /**
     * A rule of Beckhoff's. Source: FirewallWEC7_Default_Rules.reg in https://github.com/pcdshub/pcds-plc-image-generator.
     *
     * <p>Its {@code filterId}s count from 0x10009, and the rule that blocks all has 0x10000; that they are numbered in the
     * order of the rules is inferred.
     */
    private static RegistryKey cxConfig(Rule rule, int place) {
        Map<String, RegistryValue> values = CxConfigRule.isBlockAll(rule)
                ? Map.of("BlockAllFilterId", CxConfigRule.filterId(CxConfigRule.BLOCK_ALL_FILTER))
                : CxConfigRule.encode(rule, place);
        return new RegistryKey(path(Dialect.CXCONFIG, rule), "", values);
    }

    static IllegalArgumentException unsayable(Rule rule, String why) {
        return new IllegalArgumentException(
                "rule " + rule.name() + " (" + rule.caption() + ") can't be written in the registry's form: " + why);
    }
}
