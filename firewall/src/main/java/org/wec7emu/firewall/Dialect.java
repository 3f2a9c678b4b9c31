package org.wec7emu.firewall;

import java.util.List;
import java.util.Optional;

/** How a family of images reads its rules: which wins when several match, and what happens when none does. */
public enum Dialect {
    /**
     * Beckhoff's firewall of the WEC7 images ({@code HKLM\SOFTWARE\Beckhoff\CxConfig\Firewall}): a block-all rule and an
     * allow list. A matching allow rule lets in what a block rule would stop; without any matching rule a packet passes.
     * Source: registry files of such an image, https://github.com/pcdshub/pcds-plc-image-generator (that allow wins is
     * inferred from the rule set: the block-all rule would otherwise leave nothing to allow).
     */
    CXCONFIG("cxconfig") {
        @Override
        Optional<Rule> deciding(List<Rule> matching) {
            return first(matching, Action.ALLOW).or(() -> first(matching, Action.BLOCK));
        }

        @Override
        Action otherwise(Direction direction) {
            return Action.ALLOW;
        }
    };

    private final String label;

    Dialect(String label) {
        this.label = label;
    }

    /** The word for it in profiles. */
    public String label() {
        return label;
    }

    /** Of the rules that match a packet, the one that decides over it. */
    abstract Optional<Rule> deciding(List<Rule> matching);

    /** What happens to a packet that no rule matches: ALLOW or BLOCK. */
    abstract Action otherwise(Direction direction);

    private static Optional<Rule> first(List<Rule> rules, Action action) {
        return rules.stream().filter(rule -> rule.action() == action).findFirst();
    }
}
