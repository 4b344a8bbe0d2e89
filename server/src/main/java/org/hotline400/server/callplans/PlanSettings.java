package org.hotline400.server.callplans;

import java.time.Duration;
import java.util.List;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;

/// What holds for the whole number, whatever step a call is in.
///
/// @param charging as the document says; [CallPlan#answersFirst] is what happens
/// @param language of prompts that exist in several
/// @param limits of one call
/// @param fallback said when the plan itself fails, before the call ends
public record PlanSettings(
        ChargingMode charging,
        Language language,
        RecordingSettings recording,
        CallLimits limits,
        List<PromptName> fallback) {

    /// @param atMost from the start to the end of a call
    /// @param ringTime of targets that name none
    /// @param attempts targets rung in one call, over all its forward steps
    public record CallLimits(Duration atMost, Duration ringTime, int attempts) {}

    public PlanSettings {
        fallback = List.copyOf(fallback);
    }

    static PlanSettings read(Fields fields) {
        return new PlanSettings(
                fields.choice("charging", ChargingMode.values(), ChargingMode::code, ChargingMode.ANSWER_FIRST),
                fields.choice("language", Language.values(), Language::tag, Language.ZH),
                fields.object("recording", RecordingSettings::read),
                new CallLimits(
                        fields.seconds("maxCallSeconds", 7200, 60, 14400),
                        fields.ringTime("ringSeconds", Duration.ofSeconds(15)),
                        fields.number("attempts", 3, 1, 20)),
                fields.promptsOr("fallback", new PromptName("system-failure")));
    }
}
