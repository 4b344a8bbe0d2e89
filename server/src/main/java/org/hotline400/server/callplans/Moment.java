package org.hotline400.server.callplans;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import org.hotline400.server.kernel.BusinessTime;

/// A moment as schedules see it, in Chinese time.
///
/// @param minute of the day, 0–1439
public record Moment(LocalDate day, int minute) {
    private static final int SECONDS_A_DAY = 86_400;
    /// The whole country has one zone; it has had no summer time since 1991.
    private static final int OFFSET = 8 * 3600;

    private static final Instant NO_SUMMER_TIME_SINCE = Instant.parse("1992-01-01T00:00:00Z");

    public static Moment of(Instant instant) {
        if (instant.isBefore(NO_SUMMER_TIME_SINCE)) {
            var local = instant.atZone(BusinessTime.ZONE);
            return new Moment(local.toLocalDate(), local.getHour() * 60 + local.getMinute());
        }
        long local = instant.getEpochSecond() + OFFSET;
        return new Moment(
                LocalDate.ofEpochDay(Math.floorDiv(local, SECONDS_A_DAY)), Math.floorMod(local, SECONDS_A_DAY) / 60);
    }

    DayOfWeek dayOfWeek() {
        return day.getDayOfWeek();
    }

    /// `09:30`.
    public String clock() {
        return Period.clock(minute);
    }
}
