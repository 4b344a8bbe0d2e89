package org.hotline400.server.calls;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;

/// Has every prompt, two seconds long, but for those taken away.
final class FakePrompts implements Prompts {
    private final Set<String> missing = new HashSet<>();

    FakePrompts without(String name) {
        missing.add(name);
        return this;
    }

    @Override
    public Optional<Prompt> find(TenantId tenant, PromptName name, Language language) {
        return missing.contains(name.value())
                ? Optional.empty()
                : Optional.of(new Prompt(name, language, new short[16_000], name.value()));
    }
}
