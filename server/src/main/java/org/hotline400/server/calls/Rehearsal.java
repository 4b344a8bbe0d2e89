package org.hotline400.server.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.callplans.Distribute;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.callplans.PlanFeature;
import org.hotline400.server.callplans.Situation;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.calls.internal.ScreeningStages;
import org.hotline400.server.calls.internal.SpokenPrompts;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.regions.Region;

/// Says what would happen to a call: the interpreter that leads live calls, on a scripted phone and a virtual clock.
public final class Rehearsal {
    private final Prompts prompts;
    private final CallRules rules;
    private final Surroundings surroundings;
    private final ValueSpeaker speaker;

    public Rehearsal(Prompts prompts, CallRules rules, Surroundings surroundings, ValueSpeaker speaker) {
        this.prompts = prompts;
        this.rules = rules;
        this.surroundings = surroundings;
        this.speaker = speaker;
    }

    /// One that needs no server: regions and holidays are those in the box, and lists cover nobody.
    public static Rehearsal offline(Prompts prompts) {
        return new Rehearsal(prompts, CallRules.STANDARD, OfflineSurroundings.load(), new SpokenPrompts());
    }

    /// @param call the record that the call would have left
    /// @param hangUp what the network would have been told
    public record Outcome(CallRecord call, HangUp hangUp) {}

    /// Rehearses a call that somebody imagines.
    public Outcome of(HotlineNumber number, PlanDirectory.Listing listing, Situation situation) {
        return of(number, listing, ScriptedSituation.of(situation), ScriptedSituation.world(situation));
    }

    /// Rehearses one call. Lists and regions are screened as in truth; the stages of admission that count calls are not
    /// asked: a rehearsal takes nobody's place.
    public Outcome of(
            HotlineNumber number, PlanDirectory.Listing listing, RehearsalScript script, RehearsalWorld world) {
        var call = new IncomingCall(
                CallId.next(), script.caller(), number.digits(), "rehearsal", "rehearsal", script.at());
        var phone = new RehearsedPhone(call, script, prompts);
        var caller = CallerNumber.of(script.caller(), "");
        var notes = new CallNotes(
                phone, new CallNotes.Whose(Reception.holder(listing), number, caller), "rehearsal", _ -> {});
        var scripted = new ScriptedSurroundings(surroundings, world);
        var resources = new Resources(
                scripted,
                question -> world.answers()
                        .getOrDefault(
                                question.step().value(),
                                new DataDips.Answer.Failed("the rehearsal's script has no answer", false)),
                new ScriptedDistributions(world),
                speaker,
                new PinGuard());
        var reception = new Reception(_ -> listing, ScreeningStages.of(scripted), prompts, rules, resources);
        var ending = reception.receive(phone, notes, listing);
        phone.hangUp(ending.cause());
        return new Outcome(notes.close(ending, phone.now()), ending.cause());
    }

    private record ScriptedSurroundings(Surroundings real, RehearsalWorld world) implements Surroundings {
        @Override
        public Region region(CallerNumber caller) {
            return real.region(caller);
        }

        @Override
        public HolidayCalendar holidays() {
            return real.holidays();
        }

        @Override
        public boolean closedToday(TenantId tenant, HotlineNumber number, Instant at) {
            return world.closedToday().orElseGet(() -> real.closedToday(tenant, number, at));
        }

        @Override
        public Set<PlanFeature> features(HotlineNumber number) {
            return real.features(number);
        }

        @Override
        public Optional<CallerList> list(TenantId tenant, ListName name) {
            return real.list(tenant, name);
        }

        @Override
        public List<CallerList> platformBlacklists() {
            return real.platformBlacklists();
        }
    }

    record ScriptedDistributions(RehearsalWorld world) implements Distributions {
        @Override
        public Draw draw(Whose whose, StepName name, Distribute step, CallerNumber caller) {
            return world.draws().getOrDefault(name.value(), Draw.FIRST);
        }

        @Override
        public void rung(Whose whose, String target, Instant at) {}

        @Override
        public void talked(Whose whose, CallerNumber caller, String target, Instant at) {}

        @Override
        public Optional<TargetLimits.Taken> take(Whose whose, String target, int most) {
            return world.full().contains(target) ? Optional.empty() : Optional.of(() -> {});
        }
    }
}
