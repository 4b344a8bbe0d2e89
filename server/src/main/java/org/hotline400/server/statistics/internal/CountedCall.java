package org.hotline400.server.statistics.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.TenantId;

/// A call as it is counted.
///
/// @param hour of its beginning, counted from 1970 by the clock of China
/// @param adcode of the caller's home; 0 when not known
/// @param waited until somebody answered; zero when nobody did
record CountedCall(
        TenantId tenant,
        CallId call,
        Instant startedAt,
        int hour,
        String number,
        String caller,
        int adcode,
        Outcome outcome,
        int waited,
        int talked,
        String endReason,
        List<Turn> turns) {
    private static final long HOUR_SECONDS = 3600;

    static CountedCall of(CallRecord call) {
        var times = call.times();
        var answered = times.targetAnsweredAt();
        return new CountedCall(
                call.tenant(),
                call.id(),
                times.startedAt(),
                hour(times.startedAt()),
                call.number(),
                call.caller().normalised(),
                adcode(call.region().adcode()),
                Outcome.of(call),
                answered == null ? 0 : millis(Duration.between(times.startedAt(), answered)),
                millis(call.talking()),
                call.end().reason().code(),
                Turn.of(call));
    }

    static int hour(Instant at) {
        return Math.toIntExact(
                at.atZone(BusinessTime.ZONE).toLocalDateTime().toEpochSecond(ZoneOffset.UTC) / HOUR_SECONDS);
    }

    private static int adcode(String text) {
        return text.matches("[1-9][0-9]{5}") ? Integer.parseInt(text) : 0;
    }

    private static int millis(Duration time) {
        return Math.clamp(time.toMillis(), 0, Integer.MAX_VALUE);
    }
}
