package org.hotline400.server.prompts.web;

import java.time.Instant;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The stored versions of the prompts of the caller's own tenant.
@RestController
@RequestMapping("/api/v1/prompts/{name}/versions")
class PromptVersionController {
    private static final Scope READ = Scope.read("prompts");
    private static final Scope WRITE = Scope.write("prompts");

    private final PromptLibrary library;

    PromptVersionController(PromptLibrary library) {
        this.library = library;
    }

    record VersionBody(
            int version, boolean current, String text, long lengthMs, Instant storedAt, String storedBy, String note) {
        static VersionBody of(PromptLibrary.Version version) {
            return new VersionBody(
                    version.number(),
                    version.current(),
                    version.text(),
                    version.length().toMillis(),
                    version.storedAt(),
                    version.by(),
                    version.note());
        }
    }

    record VersionList(List<VersionBody> items) {}

    /// The newest first.
    @GetMapping
    VersionList list(Caller caller, @PathVariable String name, @RequestParam(defaultValue = "zh-CN") String language) {
        caller.require(READ);
        PromptAddress address = PromptAddress.read(name, language);
        List<PromptLibrary.Version> versions = library.versions(caller.tenant(), address.name(), address.language());
        if (versions.isEmpty()) {
            throw new ProblemException(PromptProblems.UNKNOWN);
        }
        return new VersionList(versions.stream().map(VersionBody::of).toList());
    }

    @GetMapping(path = "/{version}/audio", produces = "audio/wav")
    byte[] audio(
            Caller caller,
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(defaultValue = "zh-CN") String language) {
        caller.require(READ);
        PromptAddress address = PromptAddress.read(name, language);
        return library.version(caller.tenant(), address.name(), address.language(), version)
                .map(WavDownload::of)
                .orElseThrow(() -> new ProblemException(PromptProblems.UNKNOWN_VERSION));
    }

    /// Plays an earlier version again: it becomes the newest.
    @PostMapping("/{version}/restore")
    PromptBody restore(
            Caller caller,
            @PathVariable String name,
            @PathVariable int version,
            @RequestParam(defaultValue = "zh-CN") String language) {
        caller.require(WRITE);
        PromptAddress address = PromptAddress.read(name, language);
        return PromptProblems.refusingBadAudio(() ->
                        library.restore(caller.tenant(), address.name(), address.language(), version, caller.name()))
                .map(PromptBody::of)
                .orElseThrow(() -> new ProblemException(PromptProblems.UNKNOWN_VERSION));
    }
}
