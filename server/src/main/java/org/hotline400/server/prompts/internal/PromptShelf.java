package org.hotline400.server.prompts.internal;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.springframework.stereotype.Component;

/// All prompts that can be played, in memory. Readers take one immutable map; a change replaces it.
@Component
class PromptShelf implements Prompts {
    private final Map<SystemPrompts.Key, Prompt> system = SystemPrompts.load();
    private volatile Map<Key, Prompt> tenants = Map.of();

    record Key(TenantId tenant, PromptName name, Language language) {}

    @Override
    public Optional<Prompt> find(TenantId tenant, PromptName name, Language language) {
        Map<Key, Prompt> own = tenants;
        return Stream.concat(
                        languages(language)
                                .flatMap(l -> Optional.ofNullable(own.get(new Key(tenant, name, l))).stream()),
                        languages(language)
                                .flatMap(l -> Optional.ofNullable(system.get(new SystemPrompts.Key(name, l))).stream()))
                .findFirst();
    }

    private static Stream<Language> languages(Language first) {
        return Stream.concat(Stream.of(first), Stream.of(Language.values()).filter(l -> l != first));
    }

    /// Whether the system itself has a prompt of this name, in whatever language.
    boolean isSystem(PromptName name) {
        return system.keySet().stream().anyMatch(key -> key.name().equals(name));
    }

    Stream<Prompt> system() {
        return system.values().stream();
    }

    Map<Key, Prompt> tenants() {
        return tenants;
    }

    void replace(Map<Key, Prompt> prompts) {
        tenants = Map.copyOf(prompts);
    }
}
