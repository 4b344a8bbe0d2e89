package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Asks for digits, and keeps them in a variable: an order number, a PIN, an extension.
///
/// ```json
/// {"type": "collect", "prompts": ["enter-pin"], "digits": {"least": 4, "most": 8, "terminator": "#"},
///  "waitSeconds": 8, "pauseSeconds": 4, "tries": 3, "into": "pin", "check": {"pinOf": "grey"},
///  "wrong": ["system-wrong-pin"], "next": "welcome", "otherwise": "reject"}
/// ```
///
/// @param question said before; a key cuts it short
/// @param check null: any digits of the right length are taken
/// @param secret keeps the digits out of the record, as those of a PIN always are
/// @param next with digits that were taken
/// @param otherwise when all tries are spent
public record Collect(
        List<Phrase> question,
        Length length,
        Manners manners,
        VariableName into,
        @Nullable Check check,
        boolean secret,
        StepName next,
        StepName otherwise)
        implements Step {
    static final String TYPE = "collect";

    private static final int MOST_DIGITS = 32;

    /// @param terminator ends the entry early
    public record Length(int least, int most, char terminator) {}

    /// @param patience for the first digit, after the question
    /// @param pause between digits; a longer one ends the entry
    /// @param wrong said before asking again after digits that were not taken
    public record Manners(Duration patience, Duration pause, int tries, List<PromptName> wrong) {
        public Manners {
            wrong = List.copyOf(wrong);
        }
    }

    /// What digits have to be.
    public sealed interface Check {
        record OneOf(Set<String> digits) implements Check {
            public OneOf {
                digits = Set.copyOf(digits);
            }
        }

        /// A telephone number that the list covers.
        record NumberOn(ListName list) implements Check {}

        /// The PIN by which a caller on a grey list gets through.
        record PinOf(ListName list) implements Check {}
    }

    public Collect {
        question = List.copyOf(question);
    }

    static Collect read(Fields fields) {
        return new Collect(
                PromptFields.phrases(fields, "prompts", true),
                fields.object("digits", Collect::readLength),
                new Manners(
                        fields.seconds("waitSeconds", 8, 1, 30),
                        fields.seconds("pauseSeconds", 4, 1, 15),
                        fields.number("tries", 3, 1, 10),
                        PromptFields.promptsOr(fields, "wrong", new PromptName("system-wrong-key"))),
                VariableFields.settable(fields, "into"),
                fields.has("check") ? fields.object("check", Collect::readCheck).orElse(null) : null,
                fields.flag("secret", false),
                fields.step("next"),
                fields.step("otherwise"));
    }

    /// Whether the digits must not stand in the record.
    public boolean isSecret() {
        return secret || check instanceof Check.PinOf;
    }

    private static Length readLength(Fields fields) {
        int least = fields.number("least", 1, 1, MOST_DIGITS);
        int most = fields.number("most", Math.max(least, 20), 1, MOST_DIGITS);
        if (most < least) {
            fields.error("most", "plan.out-of-range", "at least as many as \"least\"");
        }
        char terminator = fields.key("terminator", '#');
        return new Length(least, most, terminator);
    }

    private static Optional<Check> readCheck(Fields fields) {
        if (fields.has("oneOf")) {
            return Optional.of(new Check.OneOf(Set.copyOf(fields.textsIn("oneOf"))));
        }
        if (fields.has("numberOn")) {
            return fields.list("numberOn").map(Check.NumberOn::new);
        }
        if (fields.has("pinOf")) {
            return fields.list("pinOf").map(Check.PinOf::new);
        }
        fields.error("", "plan.check-malformed", "a check is one of oneOf, numberOn and pinOf");
        return Optional.empty();
    }

    @Override
    public boolean wantsKeys() {
        return true;
    }

    @Override
    public List<ListName> lists() {
        return switch (check) {
            case Check.NumberOn on -> List.of(on.list());
            case Check.PinOf of -> List.of(of.list());
            case Check.OneOf _ -> List.of();
            case null -> List.of();
        };
    }

    @Override
    public List<VariableName> sets() {
        return List.of(into);
    }

    @Override
    public Optional<StepName> bypass() {
        return Optional.of(otherwise);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of(new Exit("next", next, true), new Exit("otherwise", otherwise, false));
    }

    @Override
    public List<PromptName> prompts() {
        var all = new ArrayList<>(Phrase.prompts(question));
        all.addAll(manners.wrong());
        return all;
    }
}
