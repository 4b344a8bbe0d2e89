package org.hotline400.server.holidays;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What was announced for a year.
///
/// @param days in their order
/// @param imported empty for a year of the box
public record HolidayYear(int year, List<HolidayDay> days, Optional<Imported> imported) {
    public static final int FIRST = 2000;
    public static final int LAST = 2100;

    /// Who brought it, and when.
    public record Imported(String author, Instant at) {}

    public HolidayYear {
        days = days.stream().sorted(Comparator.comparing(HolidayDay::date)).toList();
    }

    /// @throws IllegalArgumentException naming the fix
    public static int checked(int year) {
        if (year < FIRST || year > LAST) {
            throw new IllegalArgumentException("is a year from " + FIRST + " to " + LAST);
        }
        return year;
    }
}
