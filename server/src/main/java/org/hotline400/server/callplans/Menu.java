package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Asks for one key and goes where the key leads. A menu below a menu is a key that leads to another one.
///
/// ```json
/// {"type": "menu", "prompts": ["choose"], "keys": {"1": "sales", "9": {"to": "choose-english", "language": "en-US"}},
///  "waitSeconds": 5, "tries": 3,
///  "bargeIn": true, "wrongKey": ["system-wrong-key"], "noKey": ["system-no-key"], "otherwise": "reception"}
/// ```
///
/// @param choices key (0–9, `*`, `#`) to step
/// @param manners how it asks
/// @param otherwise where to go when all tries are spent
public record Menu(List<Phrase> question, Map<Character, Key> choices, Manners manners, StepName otherwise)
        implements Step {
    static final String TYPE = "menu";

    /// Where a key leads.
    ///
    /// @param language spoken from here on; null: as before
    public record Key(StepName to, @Nullable Language language) {
        static Key read(Fields fields) {
            return new Key(
                    fields.step("to"),
                    fields.has("language")
                            ? fields.choice("language", Language.values(), Language::tag, Language.ZH)
                            : null);
        }
    }

    /// @param patience how long to wait for a key after the prompt
    /// @param tries how often to ask in all
    /// @param bargeIn whether a key cuts the prompt short
    /// @param wrongKey said before asking again after a key that leads nowhere
    /// @param noKey said before asking again after no key
    public record Manners(
            Duration patience, int tries, boolean bargeIn, List<PromptName> wrongKey, List<PromptName> noKey) {
        public Manners {
            wrongKey = List.copyOf(wrongKey);
            noKey = List.copyOf(noKey);
        }
    }

    public Menu {
        question = List.copyOf(question);
        choices = Map.copyOf(choices);
    }

    static Menu read(Fields fields) {
        return new Menu(
                PromptFields.phrases(fields, "prompts", true),
                fields.keys("keys"),
                new Manners(
                        fields.seconds("waitSeconds", 5, 1, 30),
                        fields.number("tries", 3, 1, 10),
                        fields.flag("bargeIn", true),
                        PromptFields.promptsOr(fields, "wrongKey", new PromptName("system-wrong-key")),
                        PromptFields.promptsOr(fields, "noKey", new PromptName("system-no-key"))),
                fields.step("otherwise"));
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
        var exits = new ArrayList<Exit>();
        choices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(choice -> exits.add(
                        new Exit("keys/" + choice.getKey(), choice.getValue().to(), true)));
        exits.add(new Exit("otherwise", otherwise, false));
        return exits;
    }

    @Override
    public List<PromptName> prompts() {
        var all = new ArrayList<>(Phrase.prompts(question));
        all.addAll(manners.wrongKey());
        all.addAll(manners.noKey());
        return all;
    }

    @Override
    public boolean wantsKeys() {
        return true;
    }
}
