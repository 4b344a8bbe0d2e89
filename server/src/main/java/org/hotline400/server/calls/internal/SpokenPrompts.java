package org.hotline400.server.calls.internal;

import java.util.List;
import org.hotline400.server.callplans.Phrase;
import org.hotline400.server.calls.ValueSpeaker;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Speech;
import org.hotline400.server.prompts.SpokenValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Reads values out with the system's prompts. A value that cannot be read out is left out: the caller hears the rest.
@Component
public final class SpokenPrompts implements ValueSpeaker {
    private static final Logger log = LoggerFactory.getLogger(SpokenPrompts.class);

    @Override
    public List<PromptName> prompts(Phrase.Manner manner, String value, Language language) {
        try {
            return Speech.of(SpokenValue.parse(manner.code(), value), language);
        } catch (IllegalArgumentException e) {
            log.debug("a value is not spoken: {}", e.getMessage());
            return List.of();
        }
    }
}
