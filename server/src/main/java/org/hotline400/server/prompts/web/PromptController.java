package org.hotline400.server.prompts.web;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptLibrary;
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

    private final Prompts prompts;
    private final PromptLibrary library;

    PromptController(Prompts prompts, PromptLibrary library) {
        this.prompts = prompts;
        this.library = library;
    }

    record PromptList(List<PromptBody> items) {}

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
        return WavDownload.of(prompt(caller, name, language));
    }

    /// The body is a WAV or MP3 file; it becomes the newest version of the prompt.
    @PutMapping("/{name}")
    PromptBody put(
            Caller caller,
            @PathVariable String name,
            @RequestParam(defaultValue = "zh-CN") String language,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String note,
            InputStream body)
            throws IOException {
        caller.require(WRITE);
        Checks checks = new Checks();
        if (text.length() > 2_000 || text.indexOf('\0') >= 0) {
            checks.add("text", "too-long", "has at most 2000 characters, none of them NUL");
        }
        PromptNote.read(checks, note);
        PromptAddress address = PromptAddress.read(checks, name, language);
        byte[] audio = body.readNBytes(MOST_BYTES + 1);
        if (audio.length > MOST_BYTES) {
            throw new ProblemException(Problem.TOO_LARGE, "a prompt's file has at most 16 MiB; convert it to 8 kHz");
        }
        var upload = new PromptLibrary.Upload(address.name(), address.language(), audio, text, caller.name(), note);
        return PromptBody.of(PromptProblems.refusingBadAudio(() -> library.put(caller.tenant(), upload)));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "zh-CN") String language) {
        caller.require(WRITE);
        PromptAddress address = PromptAddress.read(name, language);
        switch (library.delete(caller.tenant(), address.name(), address.language())) {
            case PromptLibrary.Deleted() -> {}
            case PromptLibrary.NothingToDelete() -> throw new ProblemException(PromptProblems.UNKNOWN);
            case PromptLibrary.StillInUse(List<String> places) ->
                throw new ProblemException(PromptProblems.IN_USE, "played by: " + String.join("; ", places));
        }
    }

    private Prompt prompt(Caller caller, String name, String language) {
        caller.require(READ);
        PromptAddress address = PromptAddress.read(name, language);
        return prompts.find(caller.tenant(), address.name(), address.language())
                .filter(prompt -> prompt.language() == address.language())
                .orElseThrow(() -> new ProblemException(PromptProblems.UNKNOWN));
    }
}
