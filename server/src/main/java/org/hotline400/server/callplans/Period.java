package org.hotline400.server.callplans;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Hours on days of the week, half-open: 09:00–18:00 holds 09:00:00 and not 18:00:00. When it ends before it begins
/// it runs over midnight and belongs to the day it begins on: Friday 22:00–02:00 ends on Saturday.
///
/// @param days of the week; may be empty when it holds on holidays
/// @param onHolidays whether it holds on official days off that a schedule keeps apart
/// @param fromMinute minute of the day, 0–1439
/// @param toMinute minute of the day, 1–1440; 1440 is midnight at the day's end
public record Period(Set<DayOfWeek> days, boolean onHolidays, int fromMinute, int toMinute) {
    private static final int DAY = 24 * 60;

    public Period {
        days = days.isEmpty() ? Set.of() : EnumSet.copyOf(days);
        if ((days.isEmpty() && !onHolidays) || fromMinute < 0 || fromMinute >= DAY || toMinute < 1 || toMinute > DAY) {
            throw new IllegalArgumentException("a period has days and lies within 00:00–24:00");
        }
        if (fromMinute == toMinute) {
            throw new IllegalArgumentException("a period that begins when it ends never matches");
        }
    }

    static Optional<Period> read(Fields fields) {
        var days = TimeFields.days(fields, "days");
        return read(fields, days.days(), days.holidays());
    }

    /// Hours of weekdays alone.
    static Optional<Period> readWeekly(Fields fields) {
        var days = TimeFields.days(fields, "days");
        if (days.holidays()) {
            fields.error("days", "plan.day-unknown", "only a schedule knows holidays; name days of the week here");
        }
        return read(fields, days.days(), false);
    }

    /// Hours of every day.
    static Optional<Period> readDaily(Fields fields) {
        return read(fields, EnumSet.allOf(DayOfWeek.class), true);
    }

    private static Optional<Period> read(Fields fields, Set<DayOfWeek> days, boolean onHolidays) {
        var from = TimeFields.clock(fields, "from");
        var to = TimeFields.clock(fields, "to");
        if (from.isEmpty() || to.isEmpty() || (days.isEmpty() && !onHolidays)) {
            return Optional.empty();
        }
        int begin = from.getAsInt();
        int end = to.getAsInt() == 0 ? DAY : to.getAsInt();
        if (begin == end || begin == DAY) {
            fields.error("to", "plan.hours-never-match", "this period never matches; a whole day is 00:00 to 24:00");
            return Optional.empty();
        }
        return Optional.of(new Period(days, onHolidays, begin, end));
    }

    /// Whether a minute of the day it begins on lies in it.
    boolean holdsOn(int minute) {
        return minute >= fromMinute && (minute < toMinute || overMidnight());
    }

    /// Whether a minute of the day after lies in it.
    boolean holdsOver(int minute) {
        return overMidnight() && minute < toMinute;
    }

    private boolean overMidnight() {
        return toMinute < fromMinute;
    }

    /// As in the document: `09:00-18:00`.
    public String hours() {
        return clock(fromMinute) + "-" + clock(toMinute);
    }

    static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
