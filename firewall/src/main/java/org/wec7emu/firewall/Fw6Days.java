package org.wec7emu.firewall;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a rule says of the days of the week in the registry of the fw6 dialect: a bit a day, Sunday's the lowest.
 *
 * <p>Source: Microsoft ee494699 (FW_DAYS).
 */
public final class Fw6Days {
    private static final int ALL = 0x7F;

    private Fw6Days() {}

    /** The value as the registry has it. */
    public static int value(Set<DayOfWeek> days) {
        int value = 0;
        for (DayOfWeek day : days) {
            value |= bit(day);
        }
        return value;
    }

    /**
     * Reads the value.
     *
     * @throws IllegalArgumentException when it names no day, or has a bit that is none
     */
    public static Set<DayOfWeek> of(int value) {
        if (value == 0 || (value & ~ALL) != 0) {
            throw new IllegalArgumentException(
                    "no days of the week: 0x" + Integer.toHexString(value) + " (0x01 Sunday to 0x40 Saturday)");
        }
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if ((value & bit(day)) != 0) {
                days.add(day);
            }
        }
        return days;
    }

    private static int bit(DayOfWeek day) {
        return 1 << day.getValue() % DayOfWeek.values().length;
    }
}
