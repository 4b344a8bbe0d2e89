package org.hotline400.server.calls;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.Announce;
import org.hotline400.server.callplans.Collect;
import org.hotline400.server.callplans.DataDip;
import org.hotline400.server.callplans.Decision;
import org.hotline400.server.callplans.Dial;
import org.hotline400.server.callplans.Distribute;
import org.hotline400.server.callplans.HangUpStep;
import org.hotline400.server.callplans.Menu;
import org.hotline400.server.callplans.SetVariables;
import org.hotline400.server.callplans.Step;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.callplans.Survey;
import org.hotline400.server.callplans.Voicemail;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Leads one call through its plan, on the call's own thread. Live calls and rehearsals run through the same lines.
final class Interpreter {
    private static final Logger log = LoggerFactory.getLogger(Interpreter.class);

    private final Leading leading;
    private final Phone phone;
    private final CallNotes notes;
    private final CallRules rules;
    private final Course course;
    private final Voice voice;
    private final Asking asking;
    private final Deciding deciding;
    private final Dipping dipping;
    private final Forwarding forwarding;
    private final Entitled entitled;
    /// Why the call is where it is, for a hang-up that does not say itself.
    private Ending ledHere = Ending.byPlatform(EndReason.COMPLETED, HangUp.NORMAL);

    private boolean stepHasFailed;

    Interpreter(
            Leading leading, Phone phone, CallNotes notes, Narrator narrator, CallRules rules, Resources resources) {
        this.leading = leading;
        this.phone = phone;
        this.notes = notes;
        this.rules = rules;
        this.course = new Course(leading, phone, notes.caller(), resources);
        this.voice = new Voice(leading, course, narrator, resources.speaker());
        this.asking = new Asking(leading, course, notes, voice, resources.surroundings());
        this.deciding = new Deciding(course, notes);
        this.dipping = new Dipping(phone, course, notes, voice, resources.dips());
        this.entitled = new Entitled(course.features(), course, notes);
        this.forwarding = new Forwarding(
                new Forwarding.Tools(leading, phone, notes, voice, course, rules, entitled), resources.distributions());
    }

    /// What follows a step.
    sealed interface Move {
        record GoTo(StepName step) implements Move {}

        record Over(Ending ending) implements Move {}
    }

    Ending follow() {
        begin();
        var name = leading.plan().start();
        for (int taken = 0; taken < rules.mostSteps(); taken++) {
            switch (take(name)) {
                case Move.GoTo next -> name = next.step();
                case Move.Over over -> {
                    return over.ending();
                }
            }
        }
        throw new PlanFailedException("the call went through " + rules.mostSteps() + " steps without an end");
    }

    private void begin() {
        notes.stage(CallNotes.Stage.IN_PLAN);
        notes.region(course.region());
        if (leading.plan().answersFirst()) {
            answer();
        } else {
            phone.ring();
        }
    }

    private Move take(StepName name) {
        if (timeLeft().isZero()) {
            notes.because(
                    Why.TIME_UP,
                    Map.of("seconds", String.valueOf(leading.atMost().toSeconds())));
            return new Move.Over(Ending.byPlatform(EndReason.MAX_LENGTH, HangUp.NORMAL));
        }
        var step = leading.plan()
                .step(name)
                .orElseThrow(() -> new PlanFailedException("the step \"" + name + "\" is missing"));
        notes.enter(name.value(), step.type());
        try {
            return entitled.passOver(step, ledHere).orElseGet(() -> perform(name, step));
        } catch (CallerGoneException | FundsExhaustedException | PhoneFailedException gone) {
            throw gone;
        } catch (RuntimeException failed) {
            return afterFailure(name, failed);
        }
    }

    /// A step that cannot be done leads to the plan's step for such cases, once; else the call ends.
    private Move afterFailure(StepName name, RuntimeException failed) {
        var next = leading.plan().settings().failing().step();
        if (stepHasFailed || next.isEmpty()) {
            throw failed;
        }
        stepHasFailed = true;
        log.warn("call {} to {}: step {} failed", phone.call().id(), leading.number(), name, failed);
        notes.because(
                Why.STEP_FAILED,
                Map.of(
                        "text",
                        PlanFailedException.said(failed),
                        "next",
                        next.get().value()));
        return new Move.GoTo(next.get());
    }

    private Move perform(StepName name, Step step) {
        return switch (step) {
            case Announce announce -> announce(announce);
            case Collect collect -> {
                answer();
                yield asking.collect(collect);
            }
            case DataDip dip -> new Move.GoTo(dipping.ask(name, dip));
            case Decision decision -> decide(decision);
            case Dial dial -> forwarded(forwarding.dial(dial), dial.afterTalk());
            case Distribute distribute -> forwarded(forwarding.distribute(name, distribute), distribute.afterTalk());
            case HangUpStep hangUp -> end(hangUp);
            case Menu menu -> {
                answer();
                yield asking.choose(menu);
            }
            case SetVariables set -> set(set);
            case Survey survey -> survey(survey);
            case Voicemail voicemail -> takeMessage(voicemail);
        };
    }

    private Move announce(Announce step) {
        var prompts = voice.prompts(step.phrases());
        voice.say(prompts);
        notes.because(Why.ANNOUNCED, Map.of("prompts", voice.shown(step.phrases(), prompts)));
        return new Move.GoTo(step.next());
    }

    private Move decide(Decision step) {
        var choice = deciding.decide(step);
        switch (choice.ground()) {
            case OUT_OF_HOURS, CLOSED_TODAY, ON_HOLIDAY, CLOSED_BY_DATE ->
                ledHere = Ending.byPlatform(EndReason.OFF_HOURS, HangUp.NORMAL);
            case WITHIN_HOURS, REGION_MATCHED, REGION_OTHER, LISTED, NOT_LISTED, CONDITION_MET, NO_CONDITION_MET -> {}
        }
        return new Move.GoTo(choice.next());
    }

    private Move set(SetVariables step) {
        if (!step.values().isEmpty()) {
            step.values().forEach((name, value) -> {
                course.set(name, value.fill(course::variable));
                course.keepSecret(name, course.isSecret(value));
            });
            notes.because(
                    Why.VARIABLES_SET,
                    Map.of(
                            "variables",
                            step.values().keySet().stream()
                                    .map(name -> name + "=" + course.shown(name))
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
        if (!step.tags().isEmpty()) {
            course.tag(step.tags());
            notes.tags(course.tags());
            notes.because(Why.TAGGED, Map.of("tags", String.join(", ", step.tags())));
        }
        step.newPriority().ifPresent(priority -> {
            course.priority(priority);
            notes.because(Why.PRIORITY_SET, Map.of("priority", String.valueOf(priority)));
        });
        return new Move.GoTo(step.next());
    }

    /// @param afterTalk where the caller goes who outstays the target; null: the call ends with the talk
    private Move forwarded(Forwarding.Result result, @Nullable StepName afterTalk) {
        return switch (result) {
            case Forwarding.Result.Reached reached -> talk(reached, afterTalk);
            case Forwarding.Result.NobodyReached nobody -> {
                ledHere = nobody.ending();
                if (nobody.next().isPresent()) {
                    var next = nobody.next().get();
                    notes.because(Why.NOBODY_REACHED, Map.of("next", next.value()));
                    yield new Move.GoTo(next);
                }
                voice.sayIfThere(List.of(nobody.announcement()));
                yield new Move.Over(nobody.ending());
            }
        };
    }

    private Move talk(Forwarding.Result.Reached reached, @Nullable StepName afterTalk) {
        var ending = forwarding.talk(reached, timeLeft());
        if (ending.side() != HangupSide.TARGET || afterTalk == null) {
            return new Move.Over(ending);
        }
        ledHere = ending;
        notes.stage(CallNotes.Stage.AFTER_TALK);
        notes.because(Why.TALK_OVER, Map.of("target", reached.target().text(), "next", afterTalk.value()));
        return new Move.GoTo(afterTalk);
    }

    private Move survey(Survey step) {
        answer();
        var score = asking.survey(step);
        score.flatMap(given -> Asking.commentAfter(step, given)).ifPresent(this::takeComment);
        if (score.isPresent()) {
            voice.say(step.thanks());
        }
        return step.next() == null ? new Move.Over(ledHere) : new Move.GoTo(step.next());
    }

    private void takeComment(Survey.Comment comment) {
        voice.say(comment.request());
        var outcome = phone.takeMessage(new VoicemailOrder(
                forwarding.recordingOrder(), '#', shorter(comment.atMost(), timeLeft()), Duration.ofSeconds(5)));
        if (!outcome.length().isZero()) {
            notes.because(Why.SURVEY_COMMENTED, Map.of("seconds", seconds(outcome.length())));
        }
        if (outcome.by() == VoicemailOutcome.EndedBy.CALLER_HUNG_UP) {
            throw new CallerGoneException("hung up after a comment");
        }
    }

    private Move takeMessage(Voicemail step) {
        answer();
        voice.say(step.greeting());
        notes.leavingMessage();
        var outcome = phone.takeMessage(new VoicemailOrder(
                forwarding.recordingOrder(), step.stopKey(), shorter(step.atMost(), timeLeft()), step.silence()));
        var side = outcome.by() == VoicemailOutcome.EndedBy.CALLER_HUNG_UP ? HangupSide.CALLER : HangupSide.PLATFORM;
        if (outcome.length().isZero()) {
            notes.because(Why.MESSAGE_EMPTY, Map.of());
            return new Move.Over(new Ending(ledHere.reason(), side, HangUp.NORMAL, "no message was left"));
        }
        notes.because(
                Why.MESSAGE_TAKEN,
                Map.of(
                        "seconds", seconds(outcome.length()),
                        "by", outcome.by().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        return new Move.Over(new Ending(EndReason.VOICEMAIL, side, HangUp.NORMAL, ""));
    }

    private Move end(HangUpStep step) {
        voice.say(voice.prompts(step.phrases()));
        notes.because(Why.HUNG_UP, Map.of("cause", step.cause().code()));
        return new Move.Over(
                switch (step.cause()) {
                    case AUTO -> ledHere;
                    case COMPLETED -> Ending.byPlatform(EndReason.COMPLETED, HangUp.NORMAL);
                    case OFF_HOURS -> Ending.byPlatform(EndReason.OFF_HOURS, HangUp.NORMAL);
                    case NO_ANSWER -> Ending.byPlatform(EndReason.NO_ANSWER, HangUp.NO_ANSWER);
                    case BUSY -> Ending.byPlatform(EndReason.BUSY, HangUp.BUSY);
                    case BLACKLISTED -> Ending.byPlatform(EndReason.REJECTED_BLACKLIST, HangUp.REJECTED);
                    case REGION_BARRED -> Ending.byPlatform(EndReason.REJECTED_REGION, HangUp.REJECTED);
                });
    }

    private void answer() {
        phone.answer();
        notes.answered();
    }

    private Duration timeLeft() {
        var used = Duration.between(phone.call().at(), phone.now());
        var left = leading.atMost().minus(used);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String seconds(Duration length) {
        return "%d.%01d".formatted(length.toSeconds(), length.toMillisPart() / 100);
    }
}
