package org.hotline400.server.callplans;

import java.util.List;
import org.hotline400.server.prompts.PromptName;

/// Plays prompts, one after the other, and goes on.
///
/// ```json
/// {"type": "announce", "prompts": ["welcome"], "next": "region-menu"}
/// ```
public record Announce(List<PromptName> prompts, StepName next) implements Step {
    static final String TYPE = "announce";

    public Announce {
        prompts = List.copyOf(prompts);
    }

    static Announce read(Fields fields) {
        return new Announce(fields.prompts("prompts", true), fields.step("next"));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of(new Exit("next", next, false));
    }
}
