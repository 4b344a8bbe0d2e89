package org.hotline400.server.calls.web;

import java.time.Instant;
import java.util.function.UnaryOperator;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.LiveCall;
import org.hotline400.server.kernel.CallerNumber;

/// A call going on.
///
/// @param state `started`, `in-plan`, `ringing`, `talking` or `leaving-message`; of other nodes' calls
///     `in-plan` or `talking`
record LiveBody(
        String id, String tenant, String number, CallBody.Caller caller, Instant since, String state, String target) {
    static LiveBody of(CallRecord call, UnaryOperator<CallerNumber> shown) {
        var talks = call.times().targetAnsweredAt() != null;
        return new LiveBody(
                call.id().toString(),
                call.tenant().toString(),
                call.number(),
                CallBody.Caller.of(shown.apply(call.caller()), null),
                call.times().startedAt(),
                (talks ? LiveCall.State.TALKING : LiveCall.State.IN_PLAN).code(),
                talks ? call.attempts().getLast().target() : "");
    }

    static LiveBody of(LiveCall call, UnaryOperator<CallerNumber> shown) {
        return new LiveBody(
                call.id().toString(),
                call.tenant().toString(),
                call.number(),
                CallBody.Caller.of(shown.apply(call.caller()), null),
                call.since(),
                call.state().code(),
                call.target());
    }
}
