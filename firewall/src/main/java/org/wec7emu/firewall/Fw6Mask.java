package org.wec7emu.firewall;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a rule's value {@code Mask} says in the registry of the fw6 dialect: which of its other values count.
 *
 * <p>Source: Microsoft ee493073 (FW_RULE_MASKS). {@link #ACTION}, of a log rule that notes only what is blocked or only what
 * is allowed, has no counterpart in {@link Rule}.
 */
public enum Fw6Mask {
    PRIVATE_HOST(0x1),
    PUBLIC_HOST(0x2),
    PORT(0x4),
    TYPE(0x8),
    CODE(0x10),
    PROTOCOL(0x20),
    ACTION(0x40),
    TIME_OF_DAY(0x80),
    DAY_OF_WEEK(0x100),
    DAY(0x200),
    MONTH(0x400),
    PUBLIC_HOST_MASK(0x800),
    PUBLIC_HOST_PREFIX(0x1000);

    private final int bit;

    Fw6Mask(int bit) {
        this.bit = bit;
    }

    /** The value as the registry has it. */
    public static int value(Set<Fw6Mask> masks) {
        int value = 0;
        for (Fw6Mask mask : masks) {
            value |= mask.bit;
        }
        return value;
    }

    /**
     * Reads the value.
     *
     * @throws IllegalArgumentException when it has an unknown bit
     */
    public static Set<Fw6Mask> of(int value) {
        EnumSet<Fw6Mask> masks = EnumSet.noneOf(Fw6Mask.class);
        int rest = value;
        for (Fw6Mask mask : values()) {
            if ((value & mask.bit) != 0) {
                masks.add(mask);
                rest &= ~mask.bit;
            }
        }
        if (rest != 0) {
            throw new IllegalArgumentException("unknown firewall masks in 0x" + Integer.toHexString(value) + ": 0x"
                    + Integer.toHexString(rest) + " (0x1 to 0x1000 are known)");
        }
        return masks;
    }
}
