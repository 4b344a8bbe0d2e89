package org.hotline400.server.kernel;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

/// Counts the working days of Asia/Shanghai: Monday to Friday, but for the days off and make-up days of the
/// calendar. In a year of which the calendar knows nothing, plainly Monday to Friday.
///
/// Pure: a value and its arithmetic.
public record WorkingDays(HolidayCalendar calendar) {
    /// The longest run of days off is some ten days; a calendar with a whole year off is an error and must not
    /// hang.
    private static final int MOST_DAYS_OFF = 366;

    public boolean isWorkingDay(LocalDate day) {
        return calendar.special(day)
                .map(special -> switch (special.kind()) {
                    case OFF -> false;
                    case MAKE_UP -> true;
                })
                .orElseGet(() -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /// The first working day after this one.
    ///
    /// @throws IllegalStateException when the calendar has none within a year
    public LocalDate next(LocalDate day) {
        for (int i = 1; i <= MOST_DAYS_OFF; i++) {
            var candidate = day.plusDays(i);
            if (isWorkingDay(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("the calendar has no working day in the year after " + day);
    }

    /// The nth working day after this one, which itself does not count.
    ///
    /// @param days not negative; 0 is the day itself
    public LocalDate plus(LocalDate day, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("working days are counted forwards; was " + days);
        }
        var counted = day;
        for (int i = 0; i < days; i++) {
            counted = next(counted);
        }
        return counted;
    }

    /// When a time limit of so many working days is over: at the end of the nth working day after the day, in
    /// Shanghai, on which it began. What begins on a Friday evening with one day ends as Monday does.
    public Instant deadline(Instant began, int days) {
        var day = began.atZone(BusinessTime.ZONE).toLocalDate();
        return plus(day, days).plusDays(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
