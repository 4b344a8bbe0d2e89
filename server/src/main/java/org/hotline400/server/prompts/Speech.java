package org.hotline400.server.prompts;

import java.util.ArrayList;
import java.util.List;

/// Values put into words: which system prompts are played, one after the other, to say a value. Pure.
///
/// ```java
/// Speech.of(new SpokenValue.Quantity(new BigDecimal("105")), Language.ZH);
/// // system-say-1, system-say-hundred, system-say-0, system-say-5: 一百零五
/// ```
///
/// Each word is a prompt `system-say-…` of that language, so a tenant can lend a voice of its own to them.
public final class Speech {
    private static final String PREFIX = "system-say-";

    private Speech() {}

    /// The prompts that say this value; never empty.
    public static List<PromptName> of(SpokenValue value, Language language) {
        Words words = new Words();
        switch (language) {
            case ZH -> new ChineseSpeech(words).say(value);
            case EN -> new EnglishSpeech(words).say(value);
        }
        return List.copyOf(words.prompts);
    }

    /// The words said so far.
    static final class Words {
        private final List<PromptName> prompts = new ArrayList<>();

        void add(String word) {
            prompts.add(new PromptName(PREFIX + word));
        }

        void add(long digit) {
            add(Long.toString(digit));
        }

        void digits(String digits) {
            digits.chars().forEach(digit -> add(digit - '0'));
        }
    }
}
