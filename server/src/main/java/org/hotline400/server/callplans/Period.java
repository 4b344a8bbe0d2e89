package org.hotline400.server.callplans;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Hours on days of the week, half-open: 09:00–18:00 holds 09:00:00 and not 18:00:00. When it ends before it begins
/// it runs over midnight and belongs to the day it begins on: Friday 22:00–02:00 ends on Saturday.
///
/// @param days at least one
/// @param fromMinute minute of the day, 0–1439
/// @param toMinute minute of the day, 1–1440; 1440 is midnight at the day's end
public record Period(Set<DayOfWeek> days, int fromMinute, int toMinute) {
    private static final int DAY = 24 * 60;

    public Period {
        days = Set.copyOf(days);
        if (days.isEmpty() || fromMinute < 0 || fromMinute >= DAY || toMinute < 1 || toMinute > DAY) {
            throw new IllegalArgumentException("a period has days and lies within 00:00–24:00");
        }
        if (fromMinute == toMinute) {
            throw new IllegalArgumentException("a period that begins when it ends never matches");
        }
    }

    static Optional<Period> read(Fields fields) {
        var days = fields.days("days");
        var from = fields.clock("from");
        var to = fields.clock("to");
        if (from.isEmpty() || to.isEmpty() || days.isEmpty()) {
            return Optional.empty();
        }
        int begin = from.getAsInt();
        int end = to.getAsInt() == 0 ? DAY : to.getAsInt();
        if (begin == end || begin == DAY) {
            fields.error("to", "plan.hours-never-match", "this period never matches; a whole day is 00:00 to 24:00");
            return Optional.empty();
        }
        return Optional.of(new Period(days, begin, end));
    }

    boolean contains(LocalDateTime moment) {
        int minute = moment.getHour() * 60 + moment.getMinute();
        var today = moment.getDayOfWeek();
        if (fromMinute < toMinute) {
            return days.contains(today) && minute >= fromMinute && minute < toMinute;
        }
        return (days.contains(today) && minute >= fromMinute) || (days.contains(today.minus(1)) && minute < toMinute);
    }

    /// As in the document: `09:00-18:00`.
    public String hours() {
        return clock(fromMinute) + "-" + clock(toMinute);
    }

    /// The days in the week's order.
    public Set<DayOfWeek> orderedDays() {
        return EnumSet.copyOf(days);
    }

    static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }
}
