package org.hotline400.server.calls;

import java.util.List;
import org.hotline400.server.callplans.Situation;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.prompts.Prompts;

/// Says what would happen to a call: the interpreter that leads live calls, on a scripted phone and a virtual clock.
public final class Rehearsal {
    private final Prompts prompts;
    private final CallRules rules;

    public Rehearsal(Prompts prompts, CallRules rules) {
        this.prompts = prompts;
        this.rules = rules;
    }

    /// @param call the record that the call would have left
    /// @param hangUp what the network would have been told
    public record Outcome(CallRecord call, HangUp hangUp) {}

    /// Rehearses a call that somebody imagines.
    public Outcome of(HotlineNumber number, PlanDirectory.Listing listing, Situation situation) {
        return of(number, listing, ScriptedSituation.of(situation));
    }

    /// Rehearses one call. The stages of admission that count calls are not asked: a rehearsal takes nobody's place.
    public Outcome of(HotlineNumber number, PlanDirectory.Listing listing, RehearsalScript script) {
        var call = new IncomingCall(
                CallId.next(), script.caller(), number.digits(), "rehearsal", "rehearsal", script.at());
        var phone = new RehearsedPhone(call, script, prompts);
        var caller = CallerNumber.of(script.caller(), "");
        var notes = new CallNotes(
                phone, new CallNotes.Whose(Reception.holder(listing), number, caller), "rehearsal", _ -> {});
        var reception = new Reception(_ -> listing, List.of(), prompts, rules);
        var ending = reception.receive(phone, notes, listing);
        phone.hangUp(ending.cause());
        return new Outcome(notes.close(ending, phone.now()), ending.cause());
    }
}
