package org.hotline400.server.holidays.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.holidays.HolidayDay;
import org.hotline400.server.holidays.HolidayYear;
import org.hotline400.server.kernel.HolidayCalendar;
import org.jspecify.annotations.Nullable;

/// A year on the wire.
///
/// @param source `box` or `imported`
/// @param daysOff how many days are off that are named, weekends among them
/// @param makeUpDays how many weekend days are worked
/// @param days absent in the list of years
record YearBody(
        int year,
        String source,
        @Nullable String author,
        @Nullable Instant importedAt,
        long daysOff,
        long makeUpDays,
        @Nullable List<DayBody> days) {

    /// @param kind `off` or `work`
    record DayBody(LocalDate date, String kind, String name) {
        static DayBody of(HolidayDay day) {
            return new DayBody(day.date(), day.kind() == HolidayCalendar.Kind.OFF ? "off" : "work", day.name());
        }
    }

    static YearBody of(HolidayYear year) {
        return body(year, year.days().stream().map(DayBody::of).toList());
    }

    static YearBody summary(HolidayYear year) {
        return body(year, null);
    }

    private static YearBody body(HolidayYear year, @Nullable List<DayBody> days) {
        return new YearBody(
                year.year(),
                year.imported().isPresent() ? "imported" : "box",
                year.imported().map(HolidayYear.Imported::author).orElse(null),
                year.imported().map(HolidayYear.Imported::at).orElse(null),
                count(year, HolidayCalendar.Kind.OFF),
                count(year, HolidayCalendar.Kind.MAKE_UP),
                days);
    }

    private static long count(HolidayYear year, HolidayCalendar.Kind kind) {
        return year.days().stream().filter(day -> day.kind() == kind).count();
    }
}
