package org.wec7emu.cli;

import java.net.InetAddress;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.wec7emu.firewall.RuleSet;
import org.wec7emu.firewall.enforce.EnforcementException;
import org.wec7emu.firewall.enforce.nftables.NftablesEnforcer;
import org.wec7emu.firewall.enforce.socket.FilterListing;
import org.wec7emu.profile.FirewallText;
import org.wec7emu.profile.registry.FirewallRegistry;
import org.wec7emu.registry.RegistryText;

/** The forms in which a rule set can be written. */
enum RuleForm {
    /** The filter programs of the level socket. */
    BPF,
    /** What the level nftables sends to the kernel. */
    NFT,
    /** The keys of the device's registry. */
    REG,
    /** The section of a profile. */
    YAML;

    /** The word for it on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them, as in {@code bpf|nft|reg|yaml}. */
    static String labels(String separator) {
        return Arrays.stream(values()).map(RuleForm::label).collect(Collectors.joining(separator));
    }

    static RuleForm named(String option, String word) throws BadInput {
        for (RuleForm form : values()) {
            if (form.label().equalsIgnoreCase(word)) {
                return form;
            }
        }
        throw new BadInput(option + " " + word + ": there is no such form; there are: " + labels(", "));
    }

    /**
     * The rules in this form.
     *
     * @param at for a form that can't say when a rule is in force
     * @param device for a form that is about one device's address
     */
    String text(RuleSet rules, LocalDateTime at, InetAddress device) throws BadInput {
        try {
            return switch (this) {
                case BPF -> inForce(rules, at, "; ") + FilterListing.of(rules.at(at));
                case NFT -> inForce(rules, at, "# ") + NftablesEnforcer.listing(rules.at(at), device);
                case REG -> RegistryText.of(FirewallRegistry.of(rules));
                case YAML -> FirewallText.write(rules);
            };
        } catch (EnforcementException | IllegalArgumentException e) {
            throw new BadInput(e);
        }
    }

    /** A comment that says of which time the rules are; nothing where that makes no difference. */
    private static String inForce(RuleSet rules, LocalDateTime at, String comment) {
        boolean timed = rules.enabled() && rules.firstWithTimes().isPresent();
        return timed ? comment + "the rules in force at " + AtOption.text(at) + "\n" : "";
    }
}
