package org.hotline400.server.prompts.web;

import java.util.Objects;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.SpeechSynthesis;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Prompts made from text.
@RestController
class SpokenPromptController {
    private static final Scope WRITE = Scope.write("prompts");

    private final SpeechSynthesis synthesis;
    private final PromptLibrary library;

    SpokenPromptController(SpeechSynthesis synthesis, PromptLibrary library) {
        this.synthesis = synthesis;
        this.library = library;
    }

    /// @param text what to say; up to 1,000 characters
    /// @param language `zh-CN` (when absent) or `en-US`
    /// @param note why, for the record
    record SpeechBody(
            @Nullable String text,
            @Nullable String language,
            @Nullable String note) {}

    /// Speaks the text and stores it as the newest version of the prompt.
    @PostMapping("/api/v1/prompts/{name}/speech")
    PromptBody speak(Caller caller, @PathVariable String name, @RequestBody SpeechBody body) {
        caller.require(WRITE);
        Checks checks = new Checks();
        var text = checks.read("text", "prompts.text", body.text(), SpokenPromptController::text);
        String note = PromptNote.read(checks, Objects.requireNonNullElse(body.note(), ""));
        PromptAddress address = PromptAddress.read(checks, name, Objects.requireNonNullElse(body.language(), "zh-CN"));
        byte[] audio = spoken(text.get(), address);
        return PromptBody.of(PromptProblems.refusingBadAudio(() -> library.put(
                caller.tenant(),
                new PromptLibrary.Upload(address.name(), address.language(), audio, text.get(), caller.name(), note))));
    }

    private static String text(String raw) {
        if (raw.isBlank() || raw.length() > SpeechSynthesis.MOST_CHARACTERS || raw.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "has 1 to " + SpeechSynthesis.MOST_CHARACTERS + " characters, none of them NUL");
        }
        return raw;
    }

    private byte[] spoken(String text, PromptAddress address) {
        return switch (synthesis.speak(text, address.language())) {
            case SpeechSynthesis.Spoken(byte[] audio) -> audio;
            case SpeechSynthesis.NoSynthesizer(String fix) ->
                throw new ProblemException(PromptProblems.NO_SYNTHESIZER, fix);
            case SpeechSynthesis.Failed(String why) -> throw new ProblemException(PromptProblems.SYNTHESIS, why);
        };
    }
}
