package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Set;
import org.hotline400.server.kernel.HolidayCalendar.Kind;
import org.hotline400.server.kernel.HolidayCalendar.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counted over the Spring Festival of 2026: nine days off from Sunday 15 February, worked up for on the Saturdays
/// before and after.
class WorkingDaysTest {
    private static final WorkingDays DAYS = new WorkingDays(springFestival());

    private static HolidayCalendar springFestival() {
        var days = new HashMap<LocalDate, Special>();
        for (int day = 15; day <= 23; day++) {
            days.put(LocalDate.of(2026, 2, day), new Special(Kind.OFF, "春节"));
        }
        days.put(LocalDate.of(2026, 2, 14), new Special(Kind.MAKE_UP, "春节"));
        days.put(LocalDate.of(2026, 2, 28), new Special(Kind.MAKE_UP, "春节"));
        return new HolidayCalendar(days, Set.of(2026));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, true", "2026-02-14, true", "2026-02-15, false", "2026-02-16, false", "2026-02-23, false",
        "2026-02-24, true", "2026-02-28, true", "2026-03-01, false", "2026-03-02, true", "2026-03-07, false"
    })
    void a_day_is_worked_or_not(LocalDate day, boolean worked) {
        assertThat(DAYS.isWorkingDay(day)).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-12, 1, 2026-02-13",
        "2026-02-13, 1, 2026-02-14",
        "2026-02-14, 1, 2026-02-24",
        "2026-02-13, 3, 2026-02-25",
        "2026-02-18, 1, 2026-02-24",
        "2026-02-24, 5, 2026-03-02",
        "2026-02-27, 1, 2026-02-28",
        "2026-02-18, 0, 2026-02-18"
    })
    void so_many_working_days_later(LocalDate from, int days, LocalDate then) {
        assertThat(DAYS.plus(from, days)).isEqualTo(then);
    }

    @Test
    void a_year_of_which_nothing_is_known_has_plain_weeks() {
        assertThat(DAYS.plus(LocalDate.of(2027, 2, 5), 1)).isEqualTo(LocalDate.of(2027, 2, 8));
    }

    @Test
    void a_deadline_is_the_end_of_a_day_in_shanghai() {
        // 23:59 on Friday, and the first minute of the holidays.
        assertThat(DAYS.deadline(Instant.parse("2026-02-13T15:59:00Z"), 1))
                .isEqualTo(Instant.parse("2026-02-14T16:00:00Z"));
        assertThat(DAYS.deadline(Instant.parse("2026-02-14T16:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-02-24T16:00:00Z"));
    }

    @Test
    void time_is_not_counted_backwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> DAYS.plus(LocalDate.of(2026, 2, 12), -1));
    }
}
