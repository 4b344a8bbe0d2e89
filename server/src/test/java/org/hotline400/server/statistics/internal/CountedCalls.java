package org.hotline400.server.statistics.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangupSide;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.regions.Region;
import org.jspecify.annotations.Nullable;

/// Records of calls, as these tests need them.
public final class CountedCalls {
    public static final Region SHENZHEN = new Region("广东", "深圳", "440300", "0755", "中国移动");
    public static final Region BEIJING = new Region("北京", "北京", "110100", "010", "中国电信");

    private final TenantId tenant;
    private final Instant start;
    private String number = "4008888888";
    private String caller = "13812345678";
    private Region region = SHENZHEN;
    private EndReason reason = EndReason.NO_ANSWER;
    private @Nullable Instant answered;
    private Duration talk = Duration.ZERO;
    private final List<StepTaken> steps = new ArrayList<>();

    private CountedCalls(TenantId tenant, Instant start) {
        this.tenant = tenant;
        this.start = start;
    }

    /// A call that nobody answered.
    ///
    /// @param start by the clock of China: `2026-03-03T10:00`
    public static CountedCalls aCall(TenantId tenant, String start) {
        return new CountedCalls(
                tenant, LocalDateTime.parse(start).atZone(BusinessTime.ZONE).toInstant());
    }

    public CountedCalls to(String dialled) {
        number = dialled;
        return this;
    }

    public CountedCalls from(String calling) {
        caller = calling;
        return this;
    }

    public CountedCalls home(Region where) {
        region = where;
        return this;
    }

    public CountedCalls ended(EndReason why) {
        reason = why;
        return this;
    }

    public CountedCalls answered(int afterSeconds, int talkSeconds) {
        answered = start.plusSeconds(afterSeconds);
        talk = Duration.ofSeconds(talkSeconds);
        reason = EndReason.COMPLETED;
        return this;
    }

    public CountedCalls pressed(String step, String key, String next) {
        steps.add(new StepTaken(step, "menu", start, key, Why.KEY_CHOSEN, Map.of("key", key, "next", next)));
        return this;
    }

    public CountedCalls because(String step, Why why, Map<String, String> facts) {
        steps.add(new StepTaken(step, "kind", start, null, why, facts));
        return this;
    }

    public CallRecord record() {
        var end = (answered == null ? start.plusSeconds(30) : answered).plus(talk);
        return new CallRecord(
                CallId.next(),
                tenant,
                number,
                CallerNumber.of(caller, ""),
                null,
                new CallRecord.Times(start, null, null, answered, end),
                steps,
                List.of(),
                new CallRecord.End(reason, HangupSide.CALLER, ""),
                new CallRecord.Route("01890000-0000-7000-8000-0000000000aa", "carrier", "call@example"),
                List.of(),
                region,
                List.of());
    }
}
