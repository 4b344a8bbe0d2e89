package org.hotline400.server.calls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.callplans.Collect;
import org.hotline400.server.callplans.Menu;
import org.hotline400.server.callplans.Survey;
import org.hotline400.server.callplans.VariableName;
import org.hotline400.server.calls.Interpreter.Move;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.prompts.PromptName;

/// The steps that ask the caller for keys.
final class Asking {
    private final Leading leading;
    private final Course course;
    private final CallNotes notes;
    private final Voice voice;
    private final Surroundings surroundings;

    Asking(Leading leading, Course course, CallNotes notes, Voice voice, Surroundings surroundings) {
        this.leading = leading;
        this.course = course;
        this.notes = notes;
        this.voice = voice;
        this.surroundings = surroundings;
    }

    Move choose(Menu step) {
        var tries = String.valueOf(step.manners().tries());
        var preface = List.<PromptName>of();
        for (int attempt = 1; attempt <= step.manners().tries(); attempt++) {
            var ordinal = String.valueOf(attempt);
            switch (question(step, preface)) {
                case Keypress.Pressed pressed -> {
                    var key = String.valueOf(pressed.key());
                    var choice = step.choices().get(pressed.key());
                    if (choice != null) {
                        return chosen(key, choice);
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

    private Move chosen(String key, Menu.Key choice) {
        notes.because(
                Why.KEY_CHOSEN, key, Map.of("key", key, "next", choice.to().value()));
        if (choice.language() != null) {
            course.speak(choice.language());
        }
        return new Move.GoTo(choice.to());
    }

    private Keypress question(Menu step, List<PromptName> preface) {
        var prompts = new ArrayList<>(preface);
        prompts.addAll(voice.prompts(step.question()));
        var patience = step.manners().patience();
        if (step.manners().bargeIn()) {
            return voice.ask(prompts, patience);
        }
        voice.say(prompts);
        return voice.ask(List.of(), patience);
    }

    Move collect(Collect step) {
        var manners = step.manners();
        var terms = new CollectTerms(
                step.length().least(),
                step.length().most(),
                Optional.of(step.length().terminator()),
                manners.patience(),
                manners.pause());
        var preface = List.<PromptName>of();
        for (int attempt = 1; attempt <= manners.tries(); attempt++) {
            var prompts = new ArrayList<>(preface);
            prompts.addAll(voice.prompts(step.question()));
            var collected = voice.collect(prompts, terms);
            if (collected instanceof Collected.Complete complete && fits(step, complete.keys())) {
                course.set(step.into(), complete.keys());
                course.keepSecret(step.into(), step.isSecret());
                notes.because(
                        Why.DIGITS_TAKEN,
                        shown(step, complete.keys()),
                        Map.of("into", step.into().value(), "next", step.next().value()));
                return new Move.GoTo(step.next());
            }
            notes.because(
                    collected instanceof Collected.Nothing ? Why.KEY_MISSING : Why.DIGITS_WRONG,
                    Map.of("try", String.valueOf(attempt), "tries", String.valueOf(manners.tries())));
            preface = manners.wrong();
        }
        notes.because(
                Why.TRIES_SPENT,
                Map.of(
                        "tries",
                        String.valueOf(manners.tries()),
                        "next",
                        step.otherwise().value()));
        return new Move.GoTo(step.otherwise());
    }

    /// A PIN is nobody's business, not even the record's.
    private static String shown(Collect step, String digits) {
        return step.isSecret() ? "***" : digits;
    }

    private boolean fits(Collect step, String digits) {
        return switch (step.check()) {
            case Collect.Check.OneOf oneOf -> oneOf.digits().contains(digits);
            case Collect.Check.NumberOn on -> {
                var number = CallerNumber.of(digits, course.region().areaCode());
                yield surroundings
                        .list(leading.tenant(), on.list())
                        .filter(list -> course.covers(list, number, surroundings.region(number)))
                        .isPresent();
            }
            case Collect.Check.PinOf of -> course.pinFits(of.list(), digits);
            case null -> true;
        };
    }

    /// @return the score, once the caller has given one
    Optional<Integer> survey(Survey step) {
        for (int attempt = 1; attempt <= step.tries(); attempt++) {
            var answer = voice.ask(step.question(), step.patience());
            if (answer instanceof Keypress.Pressed pressed
                    && pressed.key() >= '1'
                    && pressed.key() <= '0' + Survey.BEST) {
                int score = pressed.key() - '0';
                course.set(VariableName.SURVEY_SCORE, String.valueOf(score));
                notes.because(Why.SURVEY_ANSWERED, String.valueOf(score), Map.of("score", String.valueOf(score)));
                return Optional.of(score);
            }
            notes.because(
                    answer instanceof Keypress.Nothing ? Why.KEY_MISSING : Why.DIGITS_WRONG,
                    Map.of("try", String.valueOf(attempt), "tries", String.valueOf(step.tries())));
        }
        notes.because(Why.SURVEY_UNANSWERED, Map.of());
        return Optional.empty();
    }

    /// Whether a comment is wanted after this score.
    static Optional<Survey.Comment> commentAfter(Survey step, int score) {
        return Optional.ofNullable(step.comment()).filter(comment -> score <= comment.upTo());
    }
}
