package org.hotline400.server.callplans.templates;

import org.hotline400.server.callplans.Words;
import tools.jackson.databind.JsonNode;

/// What a template wants to know.
///
/// @param name of the answer
/// @param required whether it must be answered
/// @param example an answer; where none is required, the one that is taken without
public record Question(String name, Kind kind, Words text, boolean required, JsonNode example) {
    /// What an answer looks like.
    public enum Kind {
        /// A list of mobiles, fixed lines with area code, or extensions.
        LINES,
        /// `{"days": ["mon", "tue"], "from": "09:00", "to": "18:00"}`
        HOURS,
        /// true or false.
        FLAG,
        /// A whole number of seconds.
        SECONDS,
        /// The name of a prompt that was uploaded.
        PROMPT,
        /// A list of short names: lower-case words joined by hyphens.
        NAMES,
        /// A list of `{"name": "beijing", "lines": ["01066660011", …]}`, a line for each course.
        BRANCHES
    }
}
