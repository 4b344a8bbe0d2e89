package org.hotline400.server.samples;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.hotline400.server.calls.Attempt;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangupSide;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Invents calls of a small firm: some on each day, within working hours, most of them answered by a mobile.
/// The same days give the same calls.
final class PastCalls {
    private static final String NODE = "00000000-0000-7000-8000-000000000400";
    private static final String TARGET = "13800138011";
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final int OPEN_MINUTES = 540;
    private static final int UNANSWERED_OF = 9;

    private final TenantId tenant;
    private final HotlineNumber number;

    PastCalls(TenantId tenant, HotlineNumber number) {
        this.tenant = tenant;
        this.number = number;
    }

    /// @param from the first day
    /// @param until the day behind the last one
    /// @param most on one day
    List<CallRecord> between(LocalDate from, LocalDate until, int most) {
        var calls = new ArrayList<CallRecord>();
        for (var day = from; day.isBefore(until); day = day.plusDays(1)) {
            var chance = new Random(day.toEpochDay());
            int count = day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 1 + chance.nextInt(most);
            for (int i = 0; i < count; i++) {
                calls.add(call(at(day, chance), chance));
            }
        }
        return calls;
    }

    private static Instant at(LocalDate day, Random chance) {
        return day.atTime(OPENS)
                .plusMinutes(chance.nextInt(OPEN_MINUTES))
                .plusSeconds(chance.nextInt(60))
                .atZone(BusinessTime.ZONE)
                .toInstant();
    }

    private CallRecord call(Instant start, Random chance) {
        var caller = CallerNumber.of(String.format(Locale.ROOT, "139000004%02d", chance.nextInt(40)), "");
        boolean isAnswered = chance.nextInt(UNANSWERED_OF) > 0;
        var rings = start.plusSeconds(2);
        var answered = rings.plusSeconds(3 + chance.nextInt(12));
        var ended = isAnswered ? answered.plusSeconds(45 + chance.nextInt(700)) : answered.plusSeconds(10);
        return new CallRecord(
                new CallId(id(start, chance)),
                tenant,
                number.digits(),
                caller,
                new CallRecord.PlanRef(number.digits(), 1),
                isAnswered
                        ? new CallRecord.Times(start, start, rings, answered, ended)
                        : new CallRecord.Times(start, start, rings, null, ended),
                List.of(),
                List.of(attempt(isAnswered, rings, isAnswered ? answered : ended)),
                new CallRecord.End(
                        isAnswered ? EndReason.COMPLETED : EndReason.ABANDONED_IN_RING, HangupSide.CALLER, ""),
                new CallRecord.Route(NODE, "carrier", "sample-" + start.toEpochMilli() + "@carrier.invalid"),
                List.of());
    }

    private static Attempt attempt(boolean isAnswered, Instant rings, Instant ended) {
        return isAnswered
                ? new Attempt(
                        TARGET,
                        rings,
                        rings,
                        ended,
                        Attempt.Result.REACHED,
                        new Attempt.Signalling(200, null, "answered", "carrier", ""))
                : new Attempt(
                        TARGET,
                        rings,
                        rings,
                        ended,
                        Attempt.Result.CALLER_GONE,
                        new Attempt.Signalling(487, null, "Request Terminated", "carrier", ""));
    }

    /// Calls are listed by their ids, which begin with their moment (RFC 9562 §5.7).
    private static UUID id(Instant start, Random chance) {
        long high = start.toEpochMilli() << 16 | 0x7000 | chance.nextInt(0x1000);
        long low = 1L << 63 | chance.nextLong() >>> 2;
        return new UUID(high, low);
    }
}
