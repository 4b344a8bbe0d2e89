package org.hotline400.server.prompts.web;

import org.hotline400.server.kernel.Checks;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;

/// Which prompt a request is about.
record PromptAddress(PromptName name, Language language) {

    /// Reads it, and reports together with it whatever else the checks have gathered.
    static PromptAddress read(Checks checks, String name, String language) {
        var promptName = checks.read("name", "prompts.name", name, PromptName::new);
        var spoken = checks.read("language", "prompts.language", language, Language::ofTag);
        checks.done();
        return new PromptAddress(promptName.get(), spoken.get());
    }

    static PromptAddress read(String name, String language) {
        return read(new Checks(), name, language);
    }
}
