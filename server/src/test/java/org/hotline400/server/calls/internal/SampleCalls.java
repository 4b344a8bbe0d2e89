package org.hotline400.server.calls.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotline400.server.calls.Attempt;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangupSide;
import org.hotline400.server.calls.LegQuality;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;

/// Records for tests.
public final class SampleCalls {
    public static final Instant START = Instant.parse("2026-03-03T02:00:00Z");
    public static final UUID NODE = UUID.fromString("01890000-0000-7000-8000-0000000000aa");

    private SampleCalls() {}

    /// A call of a minute that was answered.
    public static CallRecord ended(TenantId tenant) {
        return call(tenant, EndReason.COMPLETED);
    }

    /// A call as it is journalled when it begins.
    static CallRecord open(TenantId tenant) {
        return call(tenant, EndReason.PLATFORM_FAILURE).endingAt(START);
    }

    public static CallRecord call(TenantId tenant, EndReason reason) {
        return new CallRecord(
                CallId.next(),
                tenant,
                "4008888888",
                CallerNumber.of("13812345678", ""),
                new CallRecord.PlanRef("4008888888", 3),
                new CallRecord.Times(
                        START, START.plusMillis(10), START.plusSeconds(5), START.plusSeconds(9), START.plusSeconds(69)),
                List.of(new StepTaken(
                        "region", "menu", START.plusSeconds(2), "1", Why.KEY_CHOSEN, Map.of("key", "1", "next", "a"))),
                List.of(new Attempt(
                        "13800138001",
                        START.plusSeconds(3),
                        START.plusSeconds(5),
                        START.plusSeconds(9),
                        Attempt.Result.REACHED,
                        new Attempt.Signalling(200, null, "answered", "carrier", "leg@example"))),
                new CallRecord.End(reason, HangupSide.CALLER, ""),
                new CallRecord.Route(NODE.toString(), "carrier", "caller@example"),
                List.of(leg(LegQuality.Leg.CALLER, "", 4.41), leg(LegQuality.Leg.TARGET, "13800138001", 2.5)));
    }

    /// A record that no form on disk has room for.
    static CallRecord huge(CallRecord call) {
        var detail = "9".repeat(Frame.MAX_BODY);
        return with(call, new CallRecord.End(EndReason.COMPLETED, HangupSide.CALLER, detail), call.route());
    }

    /// A record that the journal takes and the database never will.
    static CallRecord odd(CallRecord call) {
        return with(call, call.end(), new CallRecord.Route("not a node", "carrier", "caller@example"));
    }

    private static CallRecord with(CallRecord call, CallRecord.End end, CallRecord.Route route) {
        return new CallRecord(
                call.id(),
                call.tenant(),
                call.number(),
                call.caller(),
                call.plan(),
                call.times(),
                call.steps(),
                call.attempts(),
                end,
                route,
                call.quality());
    }

    /// A leg whose party heard well, and was heard like that.
    public static LegQuality leg(LegQuality.Leg leg, String target, double mos) {
        return new LegQuality(
                leg,
                target,
                leg.code() + "@example",
                "PCMA",
                new LegQuality.Received(2700, 300, 12, 0.1, Duration.ofMillis(12), Duration.ofNanos(40_125_000), mos),
                new LegQuality.Sent(
                        3000, new LegQuality.Reported(1, 0.0003, Duration.ofMillis(2), Duration.ofMillis(9)), 4.4),
                Duration.ofMillis(35));
    }
}
