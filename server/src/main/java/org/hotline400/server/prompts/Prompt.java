package org.hotline400.server.prompts;

import java.time.Duration;

/// A prompt, ready to play.
///
/// @param samples 16-bit linear PCM, mono, 8,000 Hz; shared, never to be changed
/// @param text what is spoken, for reading along; empty when unknown
// An array on purpose: played by many calls at once, never copied.
@SuppressWarnings("ArrayRecordComponent")
public record Prompt(PromptName name, Language language, short[] samples, String text) {
    public Duration length() {
        return Duration.ofMillis(samples.length / 8);
    }
}
