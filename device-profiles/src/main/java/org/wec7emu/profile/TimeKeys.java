package org.wec7emu.profile;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wec7emu.firewall.HourRange;
import org.wec7emu.firewall.TimeCondition;

/** Reads the times at which a rule is in force. */
final class TimeKeys {
    private static final int LAST_HOUR = 23;
    private static final int LONGEST_MONTH = 31;
    private static final int MONTHS = 12;

    private final Cursor rule;

    TimeKeys(Cursor rule) {
        this.rule = rule;
    }

    static boolean areIn(Cursor rule) {
        return rule.has("hours") || rule.has("days") || rule.has("day") || rule.has("month");
    }

    /** Empty when what stands there is a mistake. */
    Optional<TimeCondition> read() {
        Optional<HourRange> hours = rule.has("hours") ? hours() : Optional.empty();
        Set<DayOfWeek> days = rule.has("days") ? days() : Set.of();
        Optional<Month> month =
                rule.has("month") ? Optional.of(Month.of(rule.number("month", 1, MONTHS, 12))) : Optional.empty();
        OptionalInt day = OptionalInt.empty();
        if (rule.has("day")) {
            int last = month.map(Month::maxLength).orElse(LONGEST_MONTH);
            day = OptionalInt.of(rule.number("day", 1, last, 1));
        }
        boolean any = hours.isEmpty() && days.isEmpty() && day.isEmpty() && month.isEmpty();
        return any ? Optional.empty() : Optional.of(new TimeCondition(hours, days, day, month));
    }

    private Optional<HourRange> hours() {
        String text = rule.text("hours", "21-8");
        int dash = text.indexOf('-');
        int start = dash < 0 ? -1 : Numbers.parse(text.substring(0, dash), 0, LAST_HOUR);
        int end = dash < 0 ? -1 : Numbers.parse(text.substring(dash + 1), 0, LAST_HOUR);
        if (start < 0 || end < 0 || start == end) {
            if (!text.isEmpty()) {
                rule.reject(
                        "hours",
                        Quoted.of(text) + " are no hours; write for example 9-17, or 21-8 for the night (0 to 23)");
            }
            return Optional.empty();
        }
        return Optional.of(new HourRange(start, end));
    }

    /** None when it names every day, which is a mistake: the key says nothing then. */
    private Set<DayOfWeek> days() {
        String text = rule.text("days", "monday-friday");
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        int start = 0;
        while (start < text.length()) {
            int blank = text.indexOf(' ', start);
            int end = blank < 0 ? text.length() : blank;
            if (end > start && !add(days, text.substring(start, end))) {
                return Set.of();
            }
            start = end + 1;
        }
        if (days.isEmpty() && !text.isEmpty()) {
            rejectDay(text);
        } else if (days.size() == DayOfWeek.values().length) {
            rule.reject("days", "that is every day; remove it");
            return Set.of();
        }
        return days;
    }

    /** Adds a day, or the days from one to another, which may be over the end of the week. */
    private boolean add(Set<DayOfWeek> days, String text) {
        int dash = text.indexOf('-');
        DayOfWeek first = day(dash < 0 ? text : text.substring(0, dash));
        DayOfWeek last = dash < 0 ? first : day(text.substring(dash + 1));
        if (first == null || last == null) {
            rejectDay(text);
            return false;
        }
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
        return true;
    }

    private void rejectDay(String text) {
        rule.reject(
                "days", Quoted.of(text) + " is no day; write for example monday-friday, or monday wednesday saturday");
    }

    private static @Nullable DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (Phrases.label(day).equals(text)) {
                return day;
            }
        }
        return null;
    }
}
