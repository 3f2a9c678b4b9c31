package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.registry.RegistryKey;
import org.wec7emu.registry.RegistryValue;
import org.wec7emu.registry.RegistryValue.Dword;

/** The keys that hold a device's firewall: its switch and its rules. */
public final class FirewallRegistry {
    static final String CXCONFIG = "HKEY_LOCAL_MACHINE\\SOFTWARE\\Beckhoff\\CxConfig\\Firewall";
    static final String FW6 = "HKEY_LOCAL_MACHINE\\Comm\\Firewall";

    private FirewallRegistry() {}

    /**
     * The keys of a rule set, in its dialect's form.
     *
     * @throws IllegalArgumentException when the form can't say what a rule says; the message names the rule
     */
    public static List<RegistryKey> of(RuleSet rules) {
        return switch (rules.dialect()) {
            case CXCONFIG -> cxConfig(rules);
            case FW6 -> fw6(rules);
        };
    }

    /**
     * Beckhoff's. Source: FirewallWEC7_Default_Rules.reg in https://github.com/pcdshub/pcds-plc-image-generator.
     *
     * <p>Its {@code filterId}s count from 0x10009, and the rule that blocks all has 0x10000; that they are numbered in the
     * order of the rules is inferred.
     */
    private static List<RegistryKey> cxConfig(RuleSet rules) {
        List<RegistryKey> keys = new ArrayList<>();
        Map<String, RegistryValue> head = new LinkedHashMap<>();
        head.put("FwEnabled", new Dword(rules.enabled() ? 1 : 0));
        head.put("persist", new Dword(1));
        keys.add(new RegistryKey(CXCONFIG, "", head));
        int entered = 0;
        for (Rule rule : rules.rules()) {
            if (CxConfigRule.isBlockAll(rule)) {
                Map<String, RegistryValue> values =
                        Map.of("BlockAllFilterId", CxConfigRule.filterId(CxConfigRule.BLOCK_ALL_FILTER));
                keys.add(new RegistryKey(CXCONFIG + "\\" + CxConfigRule.BLOCK_ALL, "", values));
            } else {
                keys.add(new RegistryKey(
                        CXCONFIG + "\\Rules\\" + keyName(rule), "", CxConfigRule.encode(rule, entered++)));
            }
        }
        return keys;
    }

    /**
     * Microsoft's. Source of the rules: see {@link Fw6Rule}; of the switch, one for each IP version: FirewallSettings.reg in
     * https://github.com/pcdshub/pcds-plc-image-generator.
     */
    private static List<RegistryKey> fw6(RuleSet rules) {
        List<RegistryKey> keys = new ArrayList<>();
        Map<String, RegistryValue> head = new LinkedHashMap<>();
        head.put("EnableIPv6", new Dword(rules.enabled() ? 1 : 0));
        head.put("EnableIPv4", new Dword(rules.enabled() ? 1 : 0));
        keys.add(new RegistryKey(FW6, "", head));
        for (Rule rule : rules.rules()) {
            keys.add(new RegistryKey(FW6 + "\\Rules\\" + keyName(rule), rule.caption(), Fw6Rule.encode(rule)));
        }
        return keys;
    }

    private static String keyName(Rule rule) {
        for (int i = 0; i < rule.name().length(); i++) {
            char c = rule.name().charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                throw unsayable(rule, "a key's name is printable ASCII here, without a backslash");
            }
        }
        return rule.name();
    }

    static IllegalArgumentException unsayable(Rule rule, String why) {
        return new IllegalArgumentException(
                "rule " + rule.name() + " (" + rule.caption() + ") can't be written in the registry's form: " + why);
    }
}
