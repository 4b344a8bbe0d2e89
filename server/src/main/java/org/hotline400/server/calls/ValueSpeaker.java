package org.hotline400.server.calls;

import java.util.List;
import org.hotline400.server.callplans.Phrase;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;

/// Reads values out.
@FunctionalInterface
public interface ValueSpeaker {

    /// The prompts that say it; none for a value that cannot be said in this manner.
    List<PromptName> prompts(Phrase.Manner manner, String value, Language language);
}
