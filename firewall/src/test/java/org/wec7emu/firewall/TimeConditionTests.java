package org.wec7emu.firewall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeConditionTests {
    private static final Optional<HourRange> ANY_HOUR = Optional.empty();
    private static final Optional<Month> ANY_MONTH = Optional.empty();

    @ParameterizedTest
    @CsvSource({
        "9, 17, 8, false",
        "9, 17, 9, true",
        "9, 17, 16, true",
        "9, 17, 17, false",
        "21, 8, 20, false",
        "21, 8, 21, true",
        "21, 8, 0, true",
        "21, 8, 7, true",
        "21, 8, 8, false",
        "18, 0, 23, true",
        "18, 0, 0, false",
    })
    void hoursLastUntilTheHourThatIsTheirEndBegins(int start, int end, int hour, boolean contained) {
        assertThat(new HourRange(start, end).contains(hour)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"-1, 5", "5, 24", "24, 5", "5, -1", "9, 9"})
    void whatAreNoHoursIsRefused(int start, int end) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HourRange(start, end))
                .withMessage("no hours: " + start + "-" + end + " (0-23, two different ones)");
    }

    @ParameterizedTest
    @CsvSource({"2026-01-05T07:59, true", "2026-01-05T12:00, false", "2026-01-05T21:00, true", "2026-01-06T02:00, false"
    })
    void aNightOfMondaysIsWhatLiesOnMondays(LocalDateTime time, boolean holds) {
        TimeCondition nights = new TimeCondition(
                Optional.of(new HourRange(21, 8)), Set.of(DayOfWeek.MONDAY), OptionalInt.empty(), ANY_MONTH);

        assertThat(nights.holds(time)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2026-05-01T00:00, true", "2026-05-02T00:00, false", "2026-06-01T00:00, false"})
    void dayAndMonthMustBothBeRight(LocalDateTime time, boolean holds) {
        assertThat(day(1, Optional.of(Month.MAY)).holds(time)).isEqualTo(holds);
    }

    @Test
    void aDayThatNeverComesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> day(30, Optional.of(Month.FEBRUARY)))
                .withMessage("no day of the month: 30 (1-29)");
        assertThatIllegalArgumentException().isThrownBy(() -> day(0, ANY_MONTH));
        assertThatIllegalArgumentException().isThrownBy(() -> day(32, ANY_MONTH));
    }

    @Test
    void aConditionThatAlwaysHoldsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new TimeCondition(ANY_HOUR, EnumSet.allOf(DayOfWeek.class), OptionalInt.empty(), ANY_MONTH))
                .withMessageContaining("leave it out");
    }

    @Test
    void theRarestDayIsFound() {
        TimeCondition leapMonday =
                new TimeCondition(ANY_HOUR, Set.of(DayOfWeek.MONDAY), OptionalInt.of(29), Optional.of(Month.FEBRUARY));

        assertThat(leapMonday.nextChange(LocalDateTime.of(2072, 3, 1, 0, 0)))
                .isEqualTo(LocalDateTime.of(2112, 2, 29, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theNextChangeIsTheFirstHourAtWhichItHoldsOtherwise(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < Cases.of(50); i++) {
            TimeCondition condition = condition(random);
            LocalDateTime start = LocalDateTime.of(2026, 1, 1, 0, 30).plusHours(random.nextInt(24 * 366));
            LocalDateTime hour = start.truncatedTo(ChronoUnit.HOURS).plusHours(1);
            while (condition.holds(hour) == condition.holds(start)) {
                hour = hour.plusHours(1);
            }
            assertThat(condition.nextChange(start))
                    .as("%s from %s", condition, start)
                    .isEqualTo(hour);
        }
    }

    private static TimeCondition condition(Random random) {
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) == 0) {
                days.add(day);
            }
        }
        int start = random.nextInt(24);
        return new TimeCondition(
                Optional.of(new HourRange(start, (start + 1 + random.nextInt(23)) % 24)),
                Set.copyOf(days),
                random.nextInt(3) == 0 ? OptionalInt.of(1 + random.nextInt(28)) : OptionalInt.empty(),
                random.nextInt(3) == 0 ? Optional.of(Month.of(1 + random.nextInt(12))) : Optional.empty());
    }

    private static TimeCondition day(int day, Optional<Month> month) {
        return new TimeCondition(ANY_HOUR, Set.of(), OptionalInt.of(day), month);
    }
}
