package org.hotline400.server.prompts.web;

import org.hotline400.server.prompts.Prompt;

/// A prompt as clients see it.
record PromptBody(String name, String language, String text, long lengthMs) {
    static PromptBody of(Prompt prompt) {
        return new PromptBody(
                prompt.name().value(),
                prompt.language().tag(),
                prompt.text(),
                prompt.length().toMillis());
    }
}
