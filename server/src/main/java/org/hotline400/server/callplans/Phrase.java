package org.hotline400.server.callplans;

import java.util.List;
import java.util.Locale;
import org.hotline400.server.prompts.PromptName;

/// A piece of what is said: a prompt, or a value spoken from a variable.
public sealed interface Phrase {

    record Recorded(PromptName prompt) implements Phrase {}

    /// ```json
    /// {"say": "amount", "value": "${balance}"}
    /// ```
    record Spoken(Manner manner, Template value) implements Phrase {}

    /// How a value is read out.
    enum Manner {
        /// 1205: one thousand two hundred and five.
        NUMBER,
        /// 1205: one two zero five; in Chinese a one is 幺.
        DIGITS,
        /// 09:30.
        TIME,
        /// 2026-05-01.
        DATE,
        /// Yuan: 12.50.
        AMOUNT;

        /// As in the document: `amount`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The prompts among these.
    static List<PromptName> prompts(List<Phrase> phrases) {
        return phrases.stream()
                .filter(Recorded.class::isInstance)
                .map(phrase -> ((Recorded) phrase).prompt())
                .toList();
    }
}
