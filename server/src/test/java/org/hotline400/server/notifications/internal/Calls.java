package org.hotline400.server.notifications.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangupSide;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// Records of calls, as these tests need them.
final class Calls {
    static final String NUMBER = "4008888888";
    private static final Instant START = Instant.parse("2026-03-03T02:00:00Z");

    private final TenantId tenant;
    private final EndReason reason;
    private String number = NUMBER;
    private CallerNumber caller = CallerNumber.of("13812345678", "");
    private List<StepTaken> steps = List.of();
    private @Nullable Instant answered;
    private Duration later = Duration.ZERO;

    private Calls(TenantId tenant, EndReason reason) {
        this.tenant = tenant;
        this.reason = reason;
    }

    /// A call that nobody answered.
    static Calls aCall(TenantId tenant, EndReason reason) {
        return new Calls(tenant, reason);
    }

    static CallRecord missed(TenantId tenant) {
        return aCall(tenant, EndReason.NO_ANSWER).record();
    }

    Calls to(String dialled) {
        number = dialled;
        return this;
    }

    Calls from(CallerNumber calling) {
        caller = calling;
        return this;
    }

    Calls with(Why why, Map<String, String> facts) {
        steps = List.of(new StepTaken("step", "kind", START, null, why, facts));
        return this;
    }

    Calls answered() {
        answered = START.plusSeconds(9);
        return this;
    }

    Calls after(Duration time) {
        later = time;
        return this;
    }

    CallRecord record() {
        var start = START.plus(later);
        return new CallRecord(
                CallId.next(),
                tenant,
                number,
                caller,
                null,
                new CallRecord.Times(start, null, null, answered, start.plusSeconds(30)),
                steps,
                List.of(),
                new CallRecord.End(reason, HangupSide.CALLER, ""),
                new CallRecord.Route("01890000-0000-7000-8000-0000000000aa", "carrier", "call@example"),
                List.of());
    }
}
