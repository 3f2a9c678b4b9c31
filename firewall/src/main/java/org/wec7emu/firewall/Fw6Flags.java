package org.wec7emu.firewall;

/**
 * What a rule's value {@code Flags} says in the registry of the fw6 dialect.
 *
 * <p>Source: Microsoft ee493692 (FW_RULE_FLAGS), ee494230 (of the first three exactly one, and of the directions).
 */
public record Fw6Flags(Action action, Direction direction, boolean enabled) {
    private static final int BLOCK = 0x01;
    private static final int ALLOW = 0x02;
    private static final int LOG = 0x04;
    private static final int INBOUND = 0x08;
    private static final int OUTBOUND = 0x10;
    private static final int DISABLED = 0x20;
    private static final int ACTIONS = BLOCK | ALLOW | LOG;
    private static final int DIRECTIONS = INBOUND | OUTBOUND;

    /** Those of a rule. */
    public static Fw6Flags of(Rule rule) {
        return new Fw6Flags(rule.action(), rule.direction(), rule.enabled());
    }

    /**
     * Reads the value.
     *
     * @throws IllegalArgumentException when it hasn't exactly one action and one direction, or has an unknown flag
     */
    public static Fw6Flags of(int value) {
        if ((value & ~(ACTIONS | DIRECTIONS | DISABLED)) != 0) {
            throw new IllegalArgumentException("unknown firewall flags in 0x" + Integer.toHexString(value)
                    + " (0x01 block, 0x02 allow, 0x04 log, 0x08 inbound, 0x10 outbound, 0x20 disabled)");
        }
        Action action =
                switch (value & ACTIONS) {
                    case BLOCK -> Action.BLOCK;
                    case ALLOW -> Action.ALLOW;
                    case LOG -> Action.LOG;
                    default ->
                        throw new IllegalArgumentException("firewall flags 0x" + Integer.toHexString(value)
                                + " need exactly one of 0x01 block, 0x02 allow, 0x04 log");
                };
        int direction = value & DIRECTIONS;
        if (direction != INBOUND && direction != OUTBOUND) {
            throw new IllegalArgumentException("firewall flags 0x" + Integer.toHexString(value)
                    + " need exactly one of 0x08 inbound, 0x10 outbound");
        }
        return new Fw6Flags(
                action, direction == INBOUND ? Direction.INBOUND : Direction.OUTBOUND, (value & DISABLED) == 0);
    }

    /** The value as the registry has it. */
    public int value() {
        int bits =
                switch (action) {
                    case BLOCK -> BLOCK;
                    case ALLOW -> ALLOW;
                    case LOG -> LOG;
                };
        return bits | (direction == Direction.INBOUND ? INBOUND : OUTBOUND) | (enabled ? 0 : DISABLED);
    }
}
