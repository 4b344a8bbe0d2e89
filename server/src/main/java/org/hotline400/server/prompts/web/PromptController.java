package org.hotline400.server.prompts.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.prompts.InvalidAudioException;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The prompts of the caller's own tenant; a system prompt is shown where it has none of that name.
@RestController
@RequestMapping("/api/v1/prompts")
class PromptController {
    private static final Scope READ = Scope.read("prompts");
    private static final Scope WRITE = Scope.write("prompts");
    /// Ten minutes of the largest usual kind would be 115 MB: who has that much converts it first.
    private static final int MOST_BYTES = 16 * 1_024 * 1_024;
    private static final Problem UNKNOWN = Problem.notFound("prompts.unknown", "There is no such prompt.", "没有该提示音。");
    private static final Problem AUDIO = new Problem(422, "prompts.audio", "The audio cannot be used.", "无法使用该音频。");

    private final Prompts prompts;
    private final PromptLibrary library;

    PromptController(Prompts prompts, PromptLibrary library) {
        this.prompts = prompts;
        this.library = library;
    }

    record PromptBody(String name, String language, String text, long lengthMs) {
        static PromptBody of(Prompt prompt) {
            return new PromptBody(
                    prompt.name().value(),
                    prompt.language().tag(),
                    prompt.text(),
                    prompt.length().toMillis());
        }
    }

    record PromptList(List<PromptBody> items) {}

    private record Address(PromptName name, Language language) {}

    @GetMapping
    PromptList list(Caller caller) {
        caller.require(READ);
        return new PromptList(
                library.list(caller.tenant()).stream().map(PromptBody::of).toList());
    }

    @GetMapping("/{name}")
    PromptBody find(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "zh-CN") String language) {
        return PromptBody.of(prompt(caller, name, language));
    }

    @GetMapping(path = "/{name}/audio", produces = "audio/wav")
    byte[] audio(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "zh-CN") String language) {
        return wav(prompt(caller, name, language).samples());
    }

    /// The body is the WAV file.
    @PutMapping("/{name}")
    PromptBody put(
            Caller caller,
            @PathVariable String name,
            @RequestParam(defaultValue = "zh-CN") String language,
            @RequestParam(defaultValue = "") String text,
            InputStream body)
            throws IOException {
        caller.require(WRITE);
        Checks checks = new Checks();
        if (text.length() > 2_000) {
            checks.add("text", "too-long", "has at most 2000 characters");
        }
        Address address = address(checks, name, language);
        byte[] wav = body.readNBytes(MOST_BYTES + 1);
        if (wav.length > MOST_BYTES) {
            throw new ProblemException(Problem.TOO_LARGE, "a prompt's file has at most 16 MiB; convert it to 8 kHz");
        }
        try {
            var upload = new PromptLibrary.Upload(address.name(), address.language(), wav, text, caller.name());
            return PromptBody.of(library.put(caller.tenant(), upload));
        } catch (InvalidAudioException e) {
            throw new ProblemException(AUDIO, String.valueOf(e.getMessage()));
        }
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "zh-CN") String language) {
        caller.require(WRITE);
        Address address = address(new Checks(), name, language);
        if (!library.delete(caller.tenant(), address.name(), address.language())) {
            throw new ProblemException(UNKNOWN);
        }
    }

    private Prompt prompt(Caller caller, String name, String language) {
        caller.require(READ);
        Address address = address(new Checks(), name, language);
        return prompts.find(caller.tenant(), address.name(), address.language())
                .filter(prompt -> prompt.language() == address.language())
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private static Address address(Checks checks, String name, String language) {
        var promptName = checks.read("name", "prompts.name", name, PromptName::new);
        var spoken = checks.read("language", "prompts.language", language, Language::ofTag);
        checks.done();
        return new Address(promptName.get(), spoken.get());
    }

    /// 16-bit PCM, because browsers play it.
    private static byte[] wav(short[] samples) {
        ByteBuffer out = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1);
        out.putShort((short) 1).putInt(8_000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        out.asShortBuffer().put(samples);
        return out.array();
    }
}
