package org.hotline400.server.statistics;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Days of China.
///
/// @param from the first
/// @param to the day after the last
public record Period(LocalDate from, LocalDate to) {
    public static final int MOST_DAYS = 400;
    private static final int HOURS = 24;

    public Period {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("ends after it begins");
        }
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw new IllegalArgumentException("has " + MOST_DAYS + " days at most");
        }
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(from, to);
    }

    /// As long, and just before.
    public Period before() {
        return new Period(from.minusDays(days()), from);
    }

    /// The first hour, counted from 1970 by the clock of China.
    public int firstHour() {
        return Math.toIntExact(from.toEpochDay() * HOURS);
    }

    /// The hour after the last.
    public int endHour() {
        return Math.toIntExact(to.toEpochDay() * HOURS);
    }
}
