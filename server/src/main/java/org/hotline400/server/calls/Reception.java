package org.hotline400.server.calls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.callplans.Phrase;
import org.hotline400.server.calls.PlanDirectory.Listing;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives a call: the fixed chain before the plan, then the plan, and an ending whatever happens.
final class Reception {
    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final PromptName UNKNOWN_NUMBER = new PromptName("system-unknown-number");
    private static final PromptName NOT_IN_SERVICE = new PromptName("system-not-in-service");
    private static final PromptName NUMBER_CHANGED = new PromptName("system-number-changed");

    private final PlanDirectory directory;
    private final List<Admission> admissions;
    private final Prompts prompts;
    private final CallRules rules;
    private final Resources resources;

    Reception(
            PlanDirectory directory,
            List<Admission> admissions,
            Prompts prompts,
            CallRules rules,
            Resources resources) {
        this.directory = directory;
        this.admissions = admissions.stream()
                .sorted(Comparator.comparing(Admission::stage))
                .toList();
        this.prompts = prompts;
        this.rules = rules;
        this.resources = resources;
    }

    /// Whose number was dialled.
    Listing identify(Optional<HotlineNumber> dialled) {
        return dialled.map(directory::find).orElseGet(Listing.Unknown::new);
    }

    static TenantId holder(Listing listing) {
        return switch (listing) {
            case Listing.Unknown _ -> TenantId.OPERATOR;
            case Listing.NotInService out -> out.tenant();
            case Listing.Replaced replaced -> replaced.tenant();
            case Listing.WithoutPlan without -> without.tenant();
            case Listing.InService in -> in.tenant();
        };
    }

    /// Leads the call to its end; every failure of caller, phone or plan is one.
    Ending receive(Phone phone, CallNotes notes, Listing listing) {
        var narrator = new Narrator(phone, notes, prompts);
        return switch (listing) {
            case Listing.Unknown _ -> {
                notes.because(Why.NUMBER_UNKNOWN, Map.of("number", phone.call().dialledRaw()));
                yield turnAway(
                        narrator,
                        TenantId.OPERATOR,
                        List.of(UNKNOWN_NUMBER),
                        Ending.byPlatform(EndReason.UNKNOWN_NUMBER, HangUp.UNKNOWN_NUMBER));
            }
            case Listing.NotInService out -> {
                notes.because(Why.NUMBER_NOT_IN_SERVICE, Map.of("state", out.state()));
                yield turnAway(
                        narrator,
                        out.tenant(),
                        out.announcement().isEmpty() ? List.of(NOT_IN_SERVICE) : out.announcement(),
                        out.isInArrears()
                                ? ended(EndReason.REJECTED_ARREARS, HangUp.ARREARS, out.state())
                                : ended(EndReason.NOT_IN_SERVICE, HangUp.NOT_IN_SERVICE, out.state()));
            }
            case Listing.Replaced replaced -> refer(notes, narrator, replaced);
            case Listing.WithoutPlan without -> {
                notes.because(Why.NUMBER_WITHOUT_PLAN, Map.of());
                yield turnAway(
                        narrator,
                        without.tenant(),
                        List.of(NOT_IN_SERVICE),
                        Ending.byPlatform(EndReason.MISCONFIGURED, HangUp.NOT_IN_SERVICE));
            }
            case Listing.InService in -> admit(phone, notes, narrator, in);
        };
    }

    private static Ending ended(EndReason reason, HangUp cause, String state) {
        return new Ending(reason, HangupSide.PLATFORM, cause, state);
    }

    /// Tells the new number, digit by digit, and once more for whoever looked for a pen.
    private Ending refer(CallNotes notes, Narrator narrator, Listing.Replaced replaced) {
        notes.because(
                Why.NUMBER_REPLACED, Map.of("successor", replaced.successor().display()));
        var once = new ArrayList<PromptName>();
        once.add(NUMBER_CHANGED);
        once.addAll(resources
                .speaker()
                .prompts(Phrase.Manner.DIGITS, replaced.successor().digits(), replaced.language()));
        var twice = new ArrayList<>(once);
        twice.addAll(once);
        return turnAway(
                narrator,
                replaced.tenant(),
                replaced.language(),
                twice,
                new Ending(EndReason.NOT_IN_SERVICE, HangupSide.PLATFORM, HangUp.NUMBER_CHANGED, "replaced"));
    }

    private Ending admit(Phone phone, CallNotes notes, Narrator narrator, Listing.InService in) {
        notes.plan(new CallRecord.PlanRef(notes.number().digits(), in.version()));
        var plan = Entitled.settings(in.plan(), resources.surroundings().features(notes.number()), notes);
        var request = new Admission.Request(
                phone.call().id(), in.tenant(), notes.number(), notes.caller(), plan, notes.now());
        var passing = new Passing(admissions, request);
        try {
            var refusal = passing.through(notes);
            if (refusal.isPresent()) {
                var no = refusal.get();
                return turnAway(
                        narrator,
                        in.tenant(),
                        in.plan().settings().language(),
                        no.announcement(),
                        new Ending(no.reason(), HangupSide.PLATFORM, no.cause(), no.detail()));
            }
            passing.meter().ifPresent(meter -> limit(phone, notes, meter));
            return follow(phone, notes, narrator, new Leading(in.tenant(), notes.number(), plan, passing.atMost()));
        } finally {
            passing.over();
        }
    }

    /// From its answer on the call lasts no longer than it is paid for.
    private static void limit(Phone phone, CallNotes notes, CallMeter meter) {
        var paid = new PaidTime(phone.call().id(), meter);
        notes.paidBy(paid);
        phone.limitBy(paid);
    }

    private Ending follow(Phone phone, CallNotes notes, Narrator narrator, Leading leading) {
        try {
            return new Interpreter(leading, phone, notes, narrator, rules, resources).follow();
        } catch (CallerGoneException _) {
            return lost(notes);
        } catch (FundsExhaustedException _) {
            notes.because(Why.FUNDS_EXHAUSTED, Map.of());
            return Ending.byPlatform(EndReason.FUNDS_EXHAUSTED, HangUp.FUNDS_EXHAUSTED);
        } catch (PhoneFailedException failed) {
            return failed(notes, failed);
        } catch (RuntimeException e) {
            logFailure(phone.call(), leading, e);
            notes.because(Why.PLAN_FAILED, Map.of("text", PlanFailedException.said(e)));
            var fallback = leading.plan().settings();
            return turnAway(
                    narrator,
                    leading.tenant(),
                    fallback.language(),
                    fallback.failing().prompts(),
                    new Ending(
                            EndReason.PLAN_FAILURE,
                            HangupSide.PLATFORM,
                            HangUp.PLAN_FAILURE,
                            PlanFailedException.said(e)));
        }
    }

    private static void logFailure(IncomingCall call, Leading leading, RuntimeException e) {
        if (e instanceof PlanFailedException) {
            log.warn("call {} to {}: the plan failed: {}", call.id(), leading.number(), e.getMessage());
        } else {
            log.error("call {} to {}: the plan failed", call.id(), leading.number(), e);
        }
    }

    /// Names a caller who went away by where he was.
    private static Ending lost(CallNotes notes) {
        return switch (notes.stage()) {
            case AT_THE_DOOR, RINGING -> Ending.byCaller(EndReason.ABANDONED_IN_RING, "");
            case IN_PLAN ->
                Ending.byCaller(notes.isAnswered() ? EndReason.ABANDONED_IN_IVR : EndReason.ABANDONED_IN_RING, "");
            case TALKING, AFTER_TALK -> Ending.byCaller(EndReason.COMPLETED, "");
        };
    }

    private Ending failed(CallNotes notes, PhoneFailedException failed) {
        var detail = String.valueOf(failed.getMessage());
        return switch (failed.hangUp()) {
            case NO_COMMON_CODEC -> new Ending(EndReason.NO_COMMON_CODEC, HangupSide.PLATFORM, failed.hangUp(), detail);
            case MALFORMED -> new Ending(EndReason.MALFORMED, HangupSide.PLATFORM, failed.hangUp(), detail);
            case CALLER_SILENT -> {
                notes.because(
                        Why.CALLER_SILENT,
                        Map.of("seconds", String.valueOf(rules.silence().toSeconds())));
                yield Ending.byPlatform(EndReason.SILENCE, failed.hangUp());
            }
            case CARRIER_FAILURE -> new Ending(EndReason.CARRIER_FAILURE, HangupSide.NETWORK, failed.hangUp(), detail);
            case NORMAL,
                    UNKNOWN_NUMBER,
                    NOT_IN_SERVICE,
                    NUMBER_CHANGED,
                    REJECTED,
                    ARREARS,
                    FUNDS_EXHAUSTED,
                    BUSY,
                    NO_ANSWER,
                    UNREACHABLE,
                    OVERLOADED,
                    PLAN_FAILURE,
                    PLATFORM_FAILURE ->
                new Ending(EndReason.PLATFORM_FAILURE, HangupSide.PLATFORM, failed.hangUp(), detail);
        };
    }

    private Ending turnAway(Narrator narrator, TenantId tenant, List<PromptName> announcement, Ending ending) {
        return turnAway(narrator, tenant, Language.ZH, announcement, ending);
    }

    /// Says why, where that works, and ends. The reason stands even when the caller does not stay to hear it.
    private Ending turnAway(
            Narrator narrator, TenantId tenant, Language language, List<PromptName> announcement, Ending ending) {
        try {
            narrator.sayIfThere(tenant, language, announcement);
            return ending;
        } catch (CallerGoneException _) {
            return new Ending(ending.reason(), HangupSide.CALLER, ending.cause(), ending.detail());
        } catch (RuntimeException e) {
            log.warn("the announcement {} failed: {}", announcement, e.toString());
            return ending;
        }
    }
}
