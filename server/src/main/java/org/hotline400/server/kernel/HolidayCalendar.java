package org.hotline400.server.kernel;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The official days off and make-up working days (调休), as the State Council announces them year by year. A value.
///
/// @param days every day that differs from its day of the week
/// @param years those that were announced: of any other year nothing is known
public record HolidayCalendar(Map<LocalDate, Special> days, Set<Integer> years) {
    public static final HolidayCalendar EMPTY = new HolidayCalendar(Map.of(), Set.of());

    /// What makes a day differ from its day of the week.
    public enum Kind {
        /// A day off, whatever its day of the week.
        OFF,
        /// A working day on a Saturday or Sunday.
        MAKE_UP
    }

    /// @param name of the festival it belongs to, in Chinese: `春节`
    public record Special(Kind kind, String name) {}

    public HolidayCalendar {
        days = Map.copyOf(days);
        years = Set.copyOf(years);
    }

    /// Empty for a day like any other of its day of the week.
    public Optional<Special> special(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /// Null for a day like any other; for those who ask a million times a second.
    public @Nullable Kind kind(LocalDate day) {
        var special = days.get(day);
        return special == null ? null : special.kind();
    }

    /// Whether this day's year was announced.
    public boolean knows(LocalDate day) {
        return years.contains(day.getYear());
    }
}
