package org.wec7emu.firewall;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The times at which a rule is in force, by the device's own clock: all that is given must hold.
 *
 * <p>Source: Microsoft ee493073 (the masks of time of day, day of week, day and month) and ee494699 (days of the week are a
 * set). That day and month are single numbers is inferred from the members of the structure (ee494230). So is what a wrapping
 * hour range means on a given day: each condition looks at the clock by itself, so 21 to 8 on Mondays is Monday before 8:00
 * and from 21:00.
 *
 * @param hours time of day, or empty for any
 * @param daysOfWeek days of the week; none stands for any, and so do all seven
 * @param dayOfMonth 1 to 31, or empty for any
 * @param month or empty for any
 */
public record TimeCondition(
        Optional<HourRange> hours, Set<DayOfWeek> daysOfWeek, OptionalInt dayOfMonth, Optional<Month> month) {
    private static final int LONGEST_MONTH = 31;
    private static final int DAYS = 7;

    /** @throws IllegalArgumentException when it restricts nothing, or no such day ever comes, as 30 February */
    public TimeCondition {
        daysOfWeek = daysOfWeek.size() == DAYS ? Set.of() : Set.copyOf(daysOfWeek);
        if (dayOfMonth.isPresent()) {
            int day = dayOfMonth.getAsInt();
            int longest = month.map(Month::maxLength).orElse(LONGEST_MONTH);
            if (day < 1 || day > longest) {
                throw new IllegalArgumentException("no day of the month: " + day + " (1-" + longest + ")");
            }
        }
        if (hours.isEmpty() && daysOfWeek.isEmpty() && dayOfMonth.isEmpty() && month.isEmpty()) {
            throw new IllegalArgumentException("no time condition: any hour of any day; leave it out");
        }
    }

    /** Every day from one full hour to another. */
    public static TimeCondition daily(HourRange hours) {
        return new TimeCondition(Optional.of(hours), Set.of(), OptionalInt.empty(), Optional.empty());
    }

    /** The whole of certain days of the week. */
    public static TimeCondition on(DayOfWeek first, DayOfWeek... more) {
        return new TimeCondition(Optional.empty(), EnumSet.of(first, more), OptionalInt.empty(), Optional.empty());
    }

    /** Whether a rule with this condition is in force. */
    public boolean holds(LocalDateTime time) {
        return hours.map(range -> range.contains(time.getHour())).orElse(true) && isDay(time.toLocalDate());
    }

    /** The first moment after {@code time} at which {@link #holds} says something else than then: a full hour. */
    LocalDateTime nextChange(LocalDateTime time) {
        boolean now = holds(time);
        for (int hour = time.getHour() + 1; hour < HourRange.HOURS; hour++) {
            LocalDateTime later = time.truncatedTo(ChronoUnit.DAYS).withHour(hour);
            if (holds(later) != now) {
                return later;
            }
        }
        // Every condition changes within 40 years, the time from a Monday 29 February to the next around 2100.
        LocalDate last = time.toLocalDate().plusYears(41);
        for (LocalDate day = time.toLocalDate().plusDays(1); day.isBefore(last); day = day.plusDays(1)) {
            for (int hour = 0; hour < HourRange.HOURS && (hour == 0 || isDay(day)); hour++) {
                if (holds(day.atTime(hour, 0)) != now) {
                    return day.atTime(hour, 0);
                }
            }
        }
        throw new DateTimeException("no change in 40 years: " + this);
    }

    private boolean isDay(LocalDate day) {
        return (daysOfWeek.isEmpty() || daysOfWeek.contains(day.getDayOfWeek()))
                && (dayOfMonth.isEmpty() || dayOfMonth.getAsInt() == day.getDayOfMonth())
                && month.map(wanted -> wanted == day.getMonth()).orElse(true);
    }
}
