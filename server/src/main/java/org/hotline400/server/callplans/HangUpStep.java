package org.hotline400.server.callplans;

import java.util.List;
import java.util.Locale;
import org.hotline400.server.prompts.PromptName;

/// Ends the call, after an announcement if there is one.
///
/// ```json
/// {"type": "hang-up", "cause": "off-hours", "prompts": ["system-closed"]}
/// ```
///
/// @param phrases said before; may be empty
public record HangUpStep(Cause cause, List<Phrase> phrases) implements Step {
    static final String TYPE = "hang-up";

    /// What the record and the network are told.
    public enum Cause {
        /// Whatever led here: closed hours, nobody reached; completed when nothing did.
        AUTO,
        COMPLETED,
        OFF_HOURS,
        NO_ANSWER,
        BUSY,
        /// A list of the enterprise turns this caller away.
        BLACKLISTED,
        /// The enterprise does not serve the caller's region.
        REGION_BARRED;

        /// As in the document: `off-hours`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public HangUpStep {
        phrases = List.copyOf(phrases);
    }

    static HangUpStep read(Fields fields) {
        return new HangUpStep(
                fields.choice("cause", Cause.values(), Cause::code, Cause.AUTO),
                PromptFields.phrases(fields, "prompts", false));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of();
    }

    @Override
    public List<PromptName> prompts() {
        return Phrase.prompts(phrases);
    }
}
