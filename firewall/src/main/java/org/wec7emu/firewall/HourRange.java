package org.wec7emu.firewall;

/**
 * The time of day from one full hour to another, which may be over midnight.
 *
 * <p>The last minute is the one before {@code end}: the example of Microsoft ms886651 and ee494677 has 21 and 8 for "between
 * 9:00 PM and 8:00 AM". That equal hours are refused is our choice; nothing says whether they mean all day or never.
 *
 * @param start first hour, 0 to 23
 * @param end the hour at whose beginning it is over, 0 to 23; 0 for midnight
 */
public record HourRange(int start, int end) {
    static final int HOURS = 24;

    /** @throws IllegalArgumentException when an hour is outside 0 to 23 or both are the same */
    public HourRange {
        if (start < 0 || start >= HOURS || end < 0 || end >= HOURS || start == end) {
            throw new IllegalArgumentException("no hours: " + start + "-" + end + " (0-23, two different ones)");
        }
    }

    /** Whether the hour, 0 to 23, is one of these. */
    public boolean contains(int hour) {
        return start < end ? start <= hour && hour < end : start <= hour || hour < end;
    }

    @Override
    public String toString() {
        return start + ":00 to " + end + ":00";
    }
}
