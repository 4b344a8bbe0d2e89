package org.hotline400.server.kernel;

import java.util.Locale;
import java.util.Optional;

/// One thing wrong with an input.
///
/// @param field the path of the field, as the sender wrote it: `number`, `steps[2].key`
/// @param code stable text code, such as `numbers.malformed`
/// @param message what is wrong and how to mend it, in English
/// @param chinese the same in Chinese; empty where only programs and operators send such input
public record Violation(String field, String code, String message, Optional<String> chinese) {

    /// Told in English alone.
    public Violation(String field, String code, String message) {
        this(field, code, message, Optional.empty());
    }

    /// With its message in the reader's language, where there is one.
    public Violation in(Locale reader) {
        return "zh".equals(reader.getLanguage()) ? new Violation(field, code, chinese.orElse(message)) : inEnglish();
    }

    private Violation inEnglish() {
        return new Violation(field, code, message);
    }
}
