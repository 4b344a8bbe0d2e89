package org.hotline400.server.calls;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.callplans.Announce;
import org.hotline400.server.callplans.Forward;
import org.hotline400.server.callplans.HangUpStep;
import org.hotline400.server.callplans.Hours;
import org.hotline400.server.callplans.Menu;
import org.hotline400.server.callplans.Step;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.callplans.Voicemail;
import org.hotline400.server.prompts.PromptName;

/// Leads one call through its plan, on the call's own thread. Live calls and rehearsals run through the same lines.
final class Interpreter {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH);

    private final Leading leading;
    private final Phone phone;
    private final CallNotes notes;
    private final Narrator narrator;
    private final Forwarding forwarding;
    private final CallRules rules;
    /// Why the call is where it is, for a hang-up that does not say itself.
    private Ending ledHere = Ending.byPlatform(EndReason.COMPLETED, HangUp.NORMAL);

    Interpreter(Leading leading, Phone phone, CallNotes notes, Narrator narrator, CallRules rules) {
        this.leading = leading;
        this.phone = phone;
        this.notes = notes;
        this.narrator = narrator;
        this.rules = rules;
        this.forwarding = new Forwarding(leading, phone, notes, narrator, rules);
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
        return perform(step);
    }

    private Move perform(Step step) {
        return switch (step) {
            case Announce announce -> announce(announce);
            case Menu menu -> ask(menu);
            case Forward forward -> forward(forward);
            case Hours hours -> branch(hours);
            case Voicemail voicemail -> takeMessage(voicemail);
            case HangUpStep hangUp -> end(hangUp);
        };
    }

    private Move announce(Announce step) {
        say(step.prompts());
        notes.because(Why.ANNOUNCED, Map.of("prompts", names(step.prompts())));
        return new Move.GoTo(step.next());
    }

    private Move branch(Hours step) {
        var moment = phone.now().atZone(Hours.ZONE);
        var time = CLOCK.format(moment);
        var period = step.openPeriod(moment);
        if (period.isPresent()) {
            notes.because(
                    Why.HOURS_OPEN,
                    Map.of(
                            "time",
                            time,
                            "period",
                            period.get().hours(),
                            "next",
                            step.open().value()));
            return new Move.GoTo(step.open());
        }
        notes.because(
                Why.HOURS_CLOSED, Map.of("time", time, "next", step.closed().value()));
        ledHere = Ending.byPlatform(EndReason.OFF_HOURS, HangUp.NORMAL);
        return new Move.GoTo(step.closed());
    }

    private Move ask(Menu step) {
        answer();
        var tries = String.valueOf(step.manners().tries());
        var preface = List.<PromptName>of();
        for (int attempt = 1; attempt <= step.manners().tries(); attempt++) {
            var ordinal = String.valueOf(attempt);
            switch (question(step, preface)) {
                case Keypress.Pressed pressed -> {
                    var key = String.valueOf(pressed.key());
                    var next = step.choices().get(pressed.key());
                    if (next != null) {
                        notes.because(Why.KEY_CHOSEN, key, Map.of("key", key, "next", next.value()));
                        return new Move.GoTo(next);
                    }
                    notes.because(Why.KEY_WRONG, key, Map.of("key", key, "try", ordinal, "tries", tries));
                    preface = step.manners().wrongKey();
                }
                case Keypress.Nothing _ -> {
                    notes.because(Why.KEY_MISSING, Map.of("try", ordinal, "tries", tries));
                    preface = step.manners().noKey();
                }
            }
        }
        notes.because(
                Why.TRIES_SPENT, Map.of("tries", tries, "next", step.otherwise().value()));
        return new Move.GoTo(step.otherwise());
    }

    private Keypress question(Menu step, List<PromptName> preface) {
        var prompts = new ArrayList<>(preface);
        prompts.addAll(step.question());
        var patience = step.manners().patience();
        if (step.manners().bargeIn()) {
            return narrator.ask(leading.tenant(), leading.plan().settings().language(), prompts, patience);
        }
        say(prompts);
        return narrator.ask(leading.tenant(), leading.plan().settings().language(), List.of(), patience);
    }

    private Move forward(Forward step) {
        return switch (forwarding.reach(step)) {
            case Forwarding.Result.Reached reached -> new Move.Over(forwarding.talk(reached, timeLeft()));
            case Forwarding.Result.NobodyReached nobody -> {
                ledHere = nobody.ending();
                if (step.otherwise().isPresent()) {
                    var next = step.otherwise().get();
                    notes.because(Why.NOBODY_REACHED, Map.of("next", next.value()));
                    yield new Move.GoTo(next);
                }
                narrator.sayIfThere(
                        leading.tenant(), leading.plan().settings().language(), List.of(nobody.announcement()));
                yield new Move.Over(nobody.ending());
            }
        };
    }

    private Move takeMessage(Voicemail step) {
        answer();
        say(step.greeting());
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
        say(step.prompts());
        notes.because(Why.HUNG_UP, Map.of("cause", step.cause().code()));
        return new Move.Over(
                switch (step.cause()) {
                    case AUTO -> ledHere;
                    case COMPLETED -> Ending.byPlatform(EndReason.COMPLETED, HangUp.NORMAL);
                    case OFF_HOURS -> Ending.byPlatform(EndReason.OFF_HOURS, HangUp.NORMAL);
                    case NO_ANSWER -> Ending.byPlatform(EndReason.NO_ANSWER, HangUp.NO_ANSWER);
                    case BUSY -> Ending.byPlatform(EndReason.BUSY, HangUp.BUSY);
                });
    }

    private void answer() {
        phone.answer();
        notes.answered();
    }

    private void say(List<PromptName> prompts) {
        narrator.say(leading.tenant(), leading.plan().settings().language(), prompts);
    }

    private Duration timeLeft() {
        var used = Duration.between(phone.call().at(), phone.now());
        var left = leading.atMost().minus(used);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static String names(List<PromptName> prompts) {
        return prompts.stream().map(PromptName::value).collect(Collectors.joining(", "));
    }

    private static String seconds(Duration length) {
        return "%d.%01d".formatted(length.toSeconds(), length.toMillisPart() / 100);
    }
}
