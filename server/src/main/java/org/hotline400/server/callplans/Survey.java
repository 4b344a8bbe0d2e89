package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Asks how the caller was served: one key from 1 to 5, and if wanted a few words. For after a talk.
///
/// ```json
/// {"type": "survey", "prompts": ["system-survey-question"], "waitSeconds": 8, "tries": 2,
///  "comment": {"prompts": ["say-why"], "maxSeconds": 60, "upTo": 3}, "thanks": ["system-survey-thanks"]}
/// ```
///
/// @param comment null: none is asked for
/// @param thanks said after an answer; may be empty
/// @param next null: the call ends
public record Survey(
        List<PromptName> question,
        Duration patience,
        int tries,
        @Nullable Comment comment,
        List<PromptName> thanks,
        @Nullable StepName next)
        implements Step {
    static final String TYPE = "survey";

    public static final int BEST = 5;

    /// @param upTo asked for only after answers up to this one
    public record Comment(List<PromptName> request, Duration atMost, int upTo) {
        public Comment {
            request = List.copyOf(request);
        }

        static Comment read(Fields fields) {
            return new Comment(
                    PromptFields.prompts(fields, "prompts", true),
                    fields.seconds("maxSeconds", 60, 5, 300),
                    fields.number("upTo", BEST, 1, BEST));
        }
    }

    public Survey {
        question = List.copyOf(question);
        thanks = List.copyOf(thanks);
    }

    static Survey read(Fields fields) {
        return new Survey(
                PromptFields.promptsOr(fields, "prompts", new PromptName("system-survey-question")),
                fields.seconds("waitSeconds", 8, 1, 30),
                fields.number("tries", 2, 1, 5),
                fields.has("comment") ? fields.object("comment", Comment::read) : null,
                PromptFields.promptsOr(fields, "thanks", new PromptName("system-survey-thanks")),
                fields.optionalStep("next"));
    }

    @Override
    public boolean wantsKeys() {
        return true;
    }

    @Override
    public Optional<StepName> bypass() {
        return Optional.ofNullable(next);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return next == null ? List.of() : List.of(new Exit("next", next, false));
    }

    @Override
    public List<PromptName> prompts() {
        var all = new ArrayList<>(question);
        if (comment != null) {
            all.addAll(comment.request());
        }
        all.addAll(thanks);
        return all;
    }
}
