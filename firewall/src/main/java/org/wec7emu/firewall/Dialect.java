package org.wec7emu.firewall;

import java.util.List;

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
        public List<Action> precedence(Direction direction) {
            return List.of(Action.ALLOW, Action.BLOCK);
        }

        @Override
        public Action otherwise(Direction direction) {
            return Action.ALLOW;
        }

        @Override
        public String sentence() {
            return "an allow beats a block, and what no rule is about passes";
        }
    },

    /**
     * Microsoft's firewall of Windows CE 4.2 to Windows Embedded Compact 7 ({@code HKLM\Comm\Firewall}). Inbound a
     * matching block rule beats every allow rule, and what no rule matches is blocked; outbound it is the other way round.
     * Source: Microsoft ee494291 and ee494679.
     */
    FW6("fw6") {
        @Override
        public List<Action> precedence(Direction direction) {
            return direction == Direction.INBOUND
                    ? List.of(Action.BLOCK, Action.ALLOW)
                    : List.of(Action.ALLOW, Action.BLOCK);
        }

        @Override
        public Action otherwise(Direction direction) {
            return direction == Direction.INBOUND ? Action.BLOCK : Action.ALLOW;
        }

        @Override
        public String sentence() {
            return "of what comes in, a block beats an allow and what no rule allows is dropped; of what goes out, an allow"
                    + " beats a block and what no rule blocks passes";
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

    /** The actions that decide over a packet, the one that beats the other first. LOG is not among them. */
    public abstract List<Action> precedence(Direction direction);

    /** What happens to a packet that no rule matches: ALLOW or BLOCK. */
    public abstract Action otherwise(Direction direction);

    /** What beats what and what holds where no rule does, for a person to read; without a full stop. */
    public abstract String sentence();
}
