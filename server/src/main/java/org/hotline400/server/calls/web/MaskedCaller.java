package org.hotline400.server.calls.web;

import java.util.HashMap;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.CallRecord.End;
import org.hotline400.server.calls.StepTaken;
import org.hotline400.server.kernel.CallerNumber;

/// Shows a call without who called, for those who may not see numbers in the clear: see
/// [CallerNumber#masked()].
final class MaskedCaller {
    private MaskedCaller() {}

    static CallerNumber of(CallerNumber caller) {
        return caller.masked();
    }

    /// The call as it was, but that its caller is masked wherever he stands: in its steps' facts too,
    /// from which its story is told.
    static CallRecord of(CallRecord call) {
        return new CallRecord(
                call.id(),
                call.tenant(),
                call.number(),
                of(call.caller()),
                call.plan(),
                call.times(),
                call.steps().stream().map(step -> of(step, call.caller())).toList(),
                call.attempts(),
                new End(call.end().reason(), call.end().side(), of(call.end().detail(), call.caller())),
                call.route(),
                call.quality(),
                call.region(),
                call.tags().stream().map(tag -> of(tag, call.caller())).toList(),
                call.talks());
    }

    private static StepTaken of(StepTaken step, CallerNumber caller) {
        var facts = new HashMap<>(step.facts());
        facts.replaceAll((name, value) -> of(value, caller));
        return new StepTaken(step.step(), step.kind(), step.at(), step.key(), step.why(), facts);
    }

    private static String of(String text, CallerNumber caller) {
        if (caller.normalised().isEmpty() || caller.kind() == CallerNumber.Kind.SERVICE) {
            return text;
        }
        var masked = caller.masked();
        var hidden = text.replace(caller.normalised(), masked.normalised());
        return caller.raw().isEmpty() ? hidden : hidden.replace(caller.raw(), masked.raw());
    }
}
