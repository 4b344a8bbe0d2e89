package org.hotline400.server.callplans;

import java.util.List;
import org.hotline400.server.prompts.PromptName;

/// Says prompts and values, one after the other, and goes on.
///
/// ```json
/// {"type": "announce", "prompts": ["your-balance", {"say": "amount", "value": "${balance}"}], "next": "region-menu"}
/// ```
public record Announce(List<Phrase> phrases, StepName next) implements Step {
    static final String TYPE = "announce";

    public Announce {
        phrases = List.copyOf(phrases);
    }

    static Announce read(Fields fields) {
        return new Announce(PromptFields.phrases(fields, "prompts", true), fields.step("next"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of(new Exit("next", next, false));
    }

    @Override
    public List<PromptName> prompts() {
        return Phrase.prompts(phrases);
    }
}
