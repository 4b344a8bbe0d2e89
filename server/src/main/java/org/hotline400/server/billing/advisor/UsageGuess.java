package org.hotline400.server.billing.advisor;

import java.time.Instant;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.tariffs.Component;

/// What somebody without records says of his calls; its legs are spread evenly over a month, so that they go
/// through the same arithmetic as real ones.
///
/// @param minutes a month
/// @param nightPercent of the calls that come from 22:00 to 08:00
/// @param mobilePercent of the calls that are led to mobiles
/// @param callSeconds how long each of them lasts
public record UsageGuess(long minutes, int nightPercent, int mobilePercent, int callSeconds) {
    static final long MOST_MINUTES = 10_000_000;
    private static final LocalTime NIGHT = LocalTime.of(2, 0);
    private static final LocalTime DAY = LocalTime.of(14, 0);
    private static final int PERCENT = 100;
    private static final int MINUTE = 60;

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong
    public static UsageGuess read(long minutes, int nightPercent, int mobilePercent, int callSeconds) {
        var checks = new Checks();
        range(checks, "minutesPerMonth", minutes, 1, MOST_MINUTES);
        range(checks, "nightPercent", nightPercent, 0, PERCENT);
        range(checks, "mobilePercent", mobilePercent, 0, PERCENT);
        range(checks, "callSeconds", callSeconds, 1, 3600);
        checks.done();
        return new UsageGuess(minutes, nightPercent, mobilePercent, callSeconds);
    }

    private static void range(Checks checks, String field, long value, long least, long most) {
        if (value < least || value > most) {
            checks.add(
                    field,
                    "malformed",
                    "is %d to %d; was %d".formatted(least, most, value),
                    "应为 %d 到 %d，收到的是 %d。".formatted(least, most, value));
        }
    }

    public long calls() {
        return Math.max(1, Math.round((double) minutes * MINUTE / callSeconds));
    }

    /// Of each day first those of the night, then those of the day.
    Legs in(YearMonth month) {
        long calls = calls();
        long mobile = share(calls, mobilePercent);
        long mobileNight = share(mobile, nightPercent);
        long fixedNight = share(calls, nightPercent) - mobileNight;
        var kinds = List.of(
                new Kind(Component.FORWARD_MOBILE, NIGHT, mobileNight),
                new Kind(Component.FORWARD_FIXED, NIGHT, Math.min(fixedNight, calls - mobile)),
                new Kind(Component.FORWARD_MOBILE, DAY, mobile - mobileNight),
                new Kind(Component.FORWARD_FIXED, DAY, calls - mobile - Math.min(fixedNight, calls - mobile)));
        return taker -> spread(kinds, month, taker);
    }

    private static long share(long of, int percent) {
        return Math.round((double) of * percent / PERCENT);
    }

    private void spread(List<Kind> kinds, YearMonth month, Consumer<Leg> taker) {
        int days = month.lengthOfMonth();
        for (int day = 1; day <= days; day++) {
            for (var kind : kinds) {
                long copies = kind.calls * day / days - kind.calls * (day - 1) / days;
                if (copies > 0) {
                    taker.accept(new Leg(kind.component, kind.on(month, day), callSeconds, copies));
                }
            }
        }
    }

    private record Kind(Component component, LocalTime time, long calls) {
        Instant on(YearMonth month, int day) {
            return month.atDay(day).atTime(time).atZone(BusinessTime.ZONE).toInstant();
        }
    }
}
