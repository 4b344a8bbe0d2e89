package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;

/// What holds for the whole number, whatever step a call is in.
///
/// @param charging as the document says; [CallPlan#answersFirst] is what happens
/// @param language of prompts that exist in several
/// @param recording whether and how conversations are recorded
/// @param limits of one call
/// @param capacity of the number
/// @param screening who is turned away before the plan
/// @param sounds what the caller hears at times that no step speaks of
/// @param failing what happens when a step cannot be done
public record PlanSettings(
        ChargingMode charging,
        Language language,
        RecordingSettings recording,
        CallLimits limits,
        Capacity capacity,
        Screening screening,
        Sounds sounds,
        Failing failing) {

    /// @param atMost from the start to the end of a call
    /// @param ringTime of targets that name none
    /// @param attempts targets rung in one call, over all its steps
    /// @param validTalk a shorter talk does not count as one in statistics
    public record CallLimits(Duration atMost, Duration ringTime, int attempts, Duration validTalk) {}

    /// @param ringback heard instead of the network's ring tone while a target rings; null: the ring tone
    /// @param arrears said when the number is suspended because its bill was not paid
    public record Sounds(@Nullable PromptName ringback, List<PromptName> arrears) {
        public Sounds {
            arrears = List.copyOf(arrears);
        }

        public Optional<PromptName> ownRingback() {
            return Optional.ofNullable(ringback);
        }
    }

    /// @param prompts said before the call ends
    /// @param next where the call goes instead of ending; null: it ends
    public record Failing(
            List<PromptName> prompts, @Nullable StepName next) {
        public Failing {
            prompts = List.copyOf(prompts);
        }

        public Optional<StepName> step() {
            return Optional.ofNullable(next);
        }
    }

    static PlanSettings read(Fields fields) {
        return new PlanSettings(
                fields.choice("charging", ChargingMode.values(), ChargingMode::code, ChargingMode.ANSWER_FIRST),
                fields.choice("language", Language.values(), Language::tag, Language.ZH),
                fields.object("recording", RecordingSettings::read),
                new CallLimits(
                        fields.seconds("maxCallSeconds", 7200, 60, 14400),
                        fields.ringTime("ringSeconds", Duration.ofSeconds(15)),
                        fields.number("attempts", 3, 1, 20),
                        fields.seconds("minTalkSeconds", 0, 0, 600)),
                Capacity.read(fields),
                fields.object("screening", Screening::read),
                new Sounds(
                        fields.has("ringback") ? PromptFields.promptName(fields, "ringback") : null,
                        PromptFields.promptsOr(fields, "arrears", new PromptName("system-arrears"))),
                new Failing(
                        PromptFields.promptsOr(fields, "fallback", new PromptName("system-failure")),
                        fields.optionalStep("fallbackStep")));
    }

    /// What is left of them for a number that has these features only.
    PlanSettings within(Set<PlanFeature> features) {
        return new PlanSettings(
                charging,
                language,
                features.contains(PlanFeature.RECORDING) ? recording : recording.off(),
                limits,
                capacity,
                features.contains(PlanFeature.BLACKLISTS) ? screening : Screening.NONE,
                features.contains(PlanFeature.OWN_RINGBACK) ? sounds : new Sounds(null, sounds.arrears()),
                failing);
    }

    /// Every prompt they name.
    List<PromptName> prompts() {
        var all = new ArrayList<>(failing.prompts());
        all.addAll(sounds.arrears());
        sounds.ownRingback().ifPresent(all::add);
        if (recording.on()) {
            all.addAll(recording.notice());
        }
        return all;
    }
}
