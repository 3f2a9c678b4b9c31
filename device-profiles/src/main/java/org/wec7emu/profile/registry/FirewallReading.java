package org.wec7emu.profile.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wec7emu.firewall.Action;
import org.wec7emu.firewall.Dialect;
import org.wec7emu.firewall.Rule;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.Traffic;
import org.wec7emu.profile.FirewallText;
import org.wec7emu.registry.Registry;
import org.wec7emu.registry.RegistryKey;

/**
 * The firewall of a device whose registry was changed. A rule whose key has the same values as before stays as it is, and so do
 * rules that the registry's form can't say.
 */
final class FirewallReading {
    private static final String BLOCK_ALL_KEY = FirewallRegistry.CXCONFIG + "\\" + CxConfigRule.BLOCK_ALL;

    private final RuleSet rules;
    private final Dialect dialect;
    private final Registry before;
    private final Registry after;
    private final Findings findings;

    /** @param before as {@link FirewallRegistry#sayable} has the rules */
    FirewallReading(RuleSet rules, Registry before, Registry after, Findings findings) {
        this.rules = rules;
        this.dialect = rules.dialect();
        this.before = before;
        this.after = after;
        this.findings = findings;
    }

    RuleSet read() {
        List<Rule> read = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Rule rule : rules.rules()) {
            if (!FirewallRegistry.hasKey(rule)) {
                read.add(rule);
                continue;
            }
            String path = FirewallRegistry.path(dialect, rule);
            known.add(path.toLowerCase(Locale.ROOT));
            Optional<RegistryKey> key = after.key(path);
            if (key.isPresent() && key.equals(before.key(path))) {
                read.add(rule);
            } else if (key.isPresent()) {
                rule(rule.name(), path).ifPresent(read::add);
            }
        }
        if (dialect == Dialect.CXCONFIG
                && after.key(BLOCK_ALL_KEY).isPresent()
                && !known.contains(BLOCK_ALL_KEY.toLowerCase(Locale.ROOT))) {
            read.add(0, Rule.inbound(CxConfigRule.BLOCK_ALL, Action.BLOCK, Traffic.any()));
        }
        for (RegistryKey key : after.keysBelow(FirewallRegistry.rules(dialect))) {
            if (!known.contains(key.path().toLowerCase(Locale.ROOT))) {
                rule(key.path().substring(key.path().lastIndexOf('\\') + 1), key.path())
                        .ifPresent(read::add);
            }
        }
        remarkOnOtherDialect();
        return new RuleSet(dialect, enabled(), read);
    }

    /** Empty when it isn't understood, which is said. */
    private Optional<Rule> rule(String name, String path) {
        RuleKey key = new RuleKey(after, path);
        try {
            if (path.equalsIgnoreCase(BLOCK_ALL_KEY)) {
                return Optional.of(Rule.inbound(name, Action.BLOCK, Traffic.any()));
            }
            Rule rule = dialect == Dialect.CXCONFIG ? CxConfigRule.decode(name, key) : Fw6RuleReader.decode(name, key);
            FirewallText.line(rule);
            if (dialect == Dialect.CXCONFIG && name.equalsIgnoreCase(CxConfigRule.BLOCK_ALL)) {
                throw new NotUnderstood("that is the name of the rule that blocks all, which has a key of its own");
            }
            key.taken().forEach(taken -> findings.understand(path, taken));
            return Optional.of(rule);
        } catch (NotUnderstood | IllegalArgumentException e) {
            findings.remark(
                    after.place(path, ""),
                    "rule " + name + " isn't understood, so it has no effect here: " + e.getMessage());
            return Optional.empty();
        }
    }

    private boolean enabled() {
        ChangedValues head = new ChangedValues(FirewallRegistry.head(dialect), before, after, findings);
        if (dialect == Dialect.CXCONFIG) {
            return switchOf(head, FirewallRegistry.ENABLED);
        }
        boolean ipv4 = switchOf(head, FirewallRegistry.ENABLED_IPV4);
        boolean ipv6 = switchOf(head, FirewallRegistry.ENABLED_IPV6);
        if (ipv4 != ipv6) {
            head.remark(
                    head.isSet(FirewallRegistry.ENABLED_IPV6)
                            ? FirewallRegistry.ENABLED_IPV6
                            : FirewallRegistry.ENABLED_IPV4,
                    "the emulator has one switch for both IP versions, and takes EnableIPv4 for it");
        }
        return ipv4;
    }

    private boolean switchOf(ChangedValues head, String name) {
        if (head.isDeleted(name)) {
            head.remark(
                    name,
                    "nothing is known of a firewall without " + name + "; it stays "
                            + (rules.enabled() ? "on" : "off"));
        }
        return head.flag(name, rules.enabled(), rules.enabled());
    }

    private void remarkOnOtherDialect() {
        Dialect other = dialect == Dialect.CXCONFIG ? Dialect.FW6 : Dialect.CXCONFIG;
        List<RegistryKey> ignored = after.keysBelow(FirewallRegistry.rules(other));
        if (!ignored.isEmpty()) {
            findings.remark(
                    after.place(ignored.get(0).path(), ""),
                    "rules of the dialect " + other.label() + " have no effect: the firewall of this image is "
                            + dialect.label() + ", which has its rules in " + FirewallRegistry.rules(dialect));
        }
    }
}
