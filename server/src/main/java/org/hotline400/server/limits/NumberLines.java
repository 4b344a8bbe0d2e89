package org.hotline400.server.limits;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.hotline400.server.calls.Admission.Request;
import org.hotline400.server.calls.Admission.Verdict;
import org.hotline400.server.calls.EndReason;
import org.hotline400.server.calls.HangUp;
import org.hotline400.server.calls.Why;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.limits.internal.CallGate;
import org.hotline400.server.limits.internal.Gate;
import org.hotline400.server.limits.internal.Gates;
import org.hotline400.server.limits.internal.Passage;
import org.hotline400.server.prompts.PromptName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The places that calls of this node hold at their numbers. Both limits, of the month and of the moment, are
/// asked for at once, at the stage CAPS; what the second one says is told at the stage CONCURRENCY.
final class NumberLines {
    static final List<PromptName> TOO_MANY_CALLS = List.of(new PromptName("system-too-many-calls"));

    private static final Logger log = LoggerFactory.getLogger(NumberLines.class);

    private final Gates gates;
    private final PlanLimits plans;
    private final Map<CallId, Line> lines = new ConcurrentHashMap<>();

    NumberLines(Gates gates, PlanLimits plans) {
        this.gates = gates;
        this.plans = plans;
    }

    private record Line(CallGate gate, Passage passage) {}

    /// Takes the call's place.
    Verdict caps(Request call) {
        var limits = plans.of(call.plan());
        if (!limits.countCalls()) {
            return Verdict.Admitted.freely();
        }
        var gate = gates.calls(Gate.of(call.tenant(), call.number()));
        var passage = gate.take(new CallGate.Most(limits.simultaneous(), limits.perMonth()));
        if (passage instanceof Passage.Denied denied && denied.limit() == Passage.Limit.A_MONTH) {
            return refused(denied);
        }
        lines.put(call.id(), new Line(gate, passage));
        return passage instanceof Passage.Granted ? admitted(passage) : Verdict.Admitted.freely();
    }

    /// Says whether the place was there.
    Verdict concurrency(Request call) {
        var line = lines.get(call.id());
        return line != null && line.passage() instanceof Passage.Denied denied
                ? refused(denied)
                : Verdict.Admitted.freely();
    }

    /// The call is over.
    void over(CallId call) {
        granted(call).ifPresent(line -> line.gate().over());
    }

    /// The call was refused.
    void withdraw(CallId call) {
        granted(call).ifPresent(line -> {
            if (line.passage() instanceof Passage.Granted place) {
                line.gate().withdraw(place);
            }
        });
    }

    private Optional<Line> granted(CallId call) {
        return Optional.ofNullable(lines.remove(call)).filter(line -> line.passage() instanceof Passage.Granted);
    }

    /// Gives back the places of calls that are no more. There should be none.
    void giveBackLeftOver(Predicate<CallId> isLive) {
        for (var call : lines.keySet()) {
            if (!isLive.test(call)) {
                log.error("call {} is over and still held a place of its number", call);
                over(call);
            }
        }
    }

    static Verdict admitted(Passage passage) {
        return passage.locally() ? Verdict.Admitted.noting(Why.LIMITS_OF_THIS_NODE) : Verdict.Admitted.freely();
    }

    static Verdict refused(Passage.Denied denied) {
        var alone = denied.locally() ? " (counted on this node alone, the database could not be asked)" : "";
        var most = denied.most();
        return switch (denied.limit()) {
            case A_SECOND ->
                new Verdict.Refused(
                        EndReason.REJECTED_RATE,
                        HangUp.OVERLOADED,
                        TOO_MANY_CALLS,
                        "the number takes " + most + " new calls a second, and has had them in this one" + alone);
            case A_MONTH ->
                new Verdict.Refused(
                        EndReason.CAPPED,
                        HangUp.NOT_IN_SERVICE,
                        TOO_MANY_CALLS,
                        "the number takes " + most + " calls a month, and has had them in this one" + alone);
            case AT_ONCE ->
                new Verdict.Refused(
                        EndReason.REJECTED_CONCURRENCY,
                        HangUp.BUSY,
                        TOO_MANY_CALLS,
                        "the number takes " + most + " calls at the same time, and has them now" + alone);
        };
    }
}
