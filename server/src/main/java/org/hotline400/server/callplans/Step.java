package org.hotline400.server.callplans;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.PromptName;

/// One step of a plan. Each kind is a record in a file of its own, with the way it is written in JSON; what it
/// *does* is one branch of the interpreter's exhaustive switch.
public sealed interface Step
        permits Announce,
                Collect,
                DataDip,
                Decision,
                Dial,
                Distribute,
                HangUpStep,
                Menu,
                SetVariables,
                Survey,
                Voicemail {

    /// The `type` in the document.
    String type();

    /// The steps that may follow this one.
    List<Exit> exits();

    /// Every prompt that this step names.
    List<PromptName> prompts();

    /// Every list of callers that this step names.
    default List<ListName> lists() {
        return List.of();
    }

    /// The targets that this step may ring, in the document's order.
    default List<RungTarget> rung() {
        return List.of();
    }

    /// The variables that this step reads.
    default List<VariableName> variables() {
        return List.of();
    }

    /// The variables that this step sets.
    default List<VariableName> sets() {
        return List.of();
    }

    /// Whether the caller must be answered for this step to work, because it wants keys.
    default boolean wantsKeys() {
        return false;
    }

    /// Where a call goes that may not take this step, since its number's package lacks what the step is nothing
    /// without. Empty: it goes as it does after a step that fails.
    default Optional<StepName> bypass() {
        return Optional.empty();
    }

    /// A way on from a step.
    ///
    /// @param field where the document says so, relative to the step: `keys/1`
    /// @param byCaller whether only a key of the caller leads here. A loop without such an exit never ends.
    record Exit(String field, StepName to, boolean byCaller) {}
}
