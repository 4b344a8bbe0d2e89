package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// Rings targets one after the other until one answers: the next one on busy, no answer or unreachable.
///
/// ```json
/// {"type": "forward", "prompts": ["system-connecting"],
///  "targets": [{"to": "13800138001", "ringSeconds": 20}, {"to": "01066660001"}], "otherwise": "message"}
/// ```
///
/// @param before prompts said before the first target rings; may be empty
/// @param whenAllFail null: the call ends with the reason why nobody was reached, and its announcement
public record Forward(
        List<PromptName> before,
        List<RungTarget> targets,
        @Nullable StepName whenAllFail) implements Step {
    static final String TYPE = "forward";

    /// A target and how long it rings, counted from its first sign of ringing.
    ///
    /// @param ownRingTime null: the number's
    public record RungTarget(Target target, @Nullable Duration ownRingTime) {
        static Optional<RungTarget> read(Fields fields) {
            var ringTime = fields.has("ringSeconds") ? fields.ringTime("ringSeconds", Duration.ofSeconds(15)) : null;
            var text = fields.text("to");
            return switch (TargetText.read(text, fields.bounds())) {
                case TargetText.Reading.Good good -> Optional.of(new RungTarget(good.target(), ringTime));
                case TargetText.Reading.Bad bad -> {
                    if (!text.isEmpty()) {
                        fields.error("to", bad.code(), bad.message());
                    }
                    yield Optional.empty();
                }
            };
        }

        public Duration ringTime(Duration otherwise) {
            return ownRingTime == null ? otherwise : ownRingTime;
        }
    }

    public Forward {
        before = List.copyOf(before);
        targets = List.copyOf(targets);
    }

    static Forward read(Fields fields) {
        return new Forward(
                fields.prompts("prompts", false),
                fields.objects("targets", PlanBounds.MAX_TARGETS, RungTarget::read),
                fields.optionalStep("otherwise"));
    }

    public Optional<StepName> otherwise() {
        return Optional.ofNullable(whenAllFail);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return otherwise()
                .map(step -> List.of(new Exit("otherwise", step, false)))
                .orElse(List.of());
    }

    @Override
    public List<PromptName> prompts() {
        return before;
    }
}
