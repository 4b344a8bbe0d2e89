package org.hotline400.server.prompts.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.InvalidAudioException;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.PromptUse;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/// The prompts of tenants: their [PromptVersions], and the copy of the current ones on the [PromptShelf].
@Service
class StoredPrompts implements PromptLibrary {
    /// A-law bytes a tenant may have in use: 40 minutes.
    private static final int MOST_A_TENANT = 40 * 60 * TelephoneAudio.RATE;
    /// A-law bytes all tenants together may have in use; twice that in memory.
    private static final long MOST_IN_ALL = 256L * 1_024 * 1_024;

    private final PromptShelf shelf;
    private final PromptVersions versions;
    private final Transactions transactions;
    private final ObjectProvider<PromptUse> uses;
    private Map<PromptVersions.Current, Prompt> loaded = Map.of();

    StoredPrompts(
            PromptShelf shelf,
            PromptVersions versions,
            Transactions transactions,
            ObjectProvider<PromptUse> uses,
            ConfigurationChanges changes) {
        this.shelf = shelf;
        this.versions = versions;
        this.transactions = transactions;
        this.uses = uses;
        changes.subscribe("prompts", this::refresh);
    }

    /// Reads what has changed: audio that is in memory already is not read again.
    final synchronized void refresh() {
        Map<PromptVersions.Current, Prompt> fresh = new HashMap<>();
        transactions.asOperator(() -> {
            for (PromptVersions.Current current : versions.current()) {
                Prompt known = loaded.get(current);
                fresh.put(current, known == null ? load(current) : known);
            }
        });
        loaded = fresh;
        Map<PromptShelf.Key, Prompt> prompts = new HashMap<>();
        fresh.forEach((current, prompt) -> prompts.put(current.key(), prompt));
        shelf.replace(prompts);
    }

    private Prompt load(PromptVersions.Current current) {
        return prompt(
                current.key(),
                versions.content(current.key(), current.version()).orElseThrow());
    }

    private static Prompt prompt(PromptShelf.Key key, PromptVersions.Content content) {
        return new Prompt(key.name(), key.language(), TelephoneAudio.decode(content.audio()), content.text());
    }

    @Override
    public Prompt put(TenantId tenant, Upload upload) {
        byte[] audio = TelephoneAudio.encode(TelephoneAudio.ofUpload(upload.audio()));
        var key = new PromptShelf.Key(tenant, upload.name(), upload.language());
        var content = new PromptVersions.Content(upload.text(), audio);
        transactions.asOperator(() -> {
            versions.lock();
            append(key, content, new PromptVersions.Origin(upload.by(), upload.note()));
        });
        refresh();
        return prompt(key, content);
    }

    @Override
    public Optional<Prompt> restore(TenantId tenant, PromptName name, Language language, int version, String by) {
        var key = new PromptShelf.Key(tenant, name, language);
        Optional<PromptVersions.Content> restored = transactions.asOperator(() -> {
            versions.lock();
            Optional<PromptVersions.Content> earlier = versions.content(key, version);
            earlier.ifPresent(content -> append(
                    key,
                    content,
                    new PromptVersions.Origin(by, "恢复版本 " + version + " / version " + version + " again")));
            return earlier;
        });
        refresh();
        return restored.map(content -> prompt(key, content));
    }

    /// Stores what is played from now on, where there is room.
    private void append(PromptShelf.Key key, PromptVersions.Content content, PromptVersions.Origin origin) {
        versions.retire(key);
        requireRoom(key.tenant(), content.audio().length);
        versions.append(key, content, origin);
    }

    private void requireRoom(TenantId tenant, int bytes) {
        if (versions.used(tenant) + bytes > MOST_A_TENANT) {
            throw new InvalidAudioException(
                    "all prompts of an enterprise may last 40 minutes together; delete some first");
        }
        if (versions.used() + bytes > MOST_IN_ALL) {
            throw new InvalidAudioException("the platform has no room for more prompts; ask its operator");
        }
    }

    @Override
    public Deletion delete(TenantId tenant, PromptName name, Language language) {
        var key = new PromptShelf.Key(tenant, name, language);
        List<String> places = usesOf(tenant, name);
        Deletion deletion = transactions.asTenant(tenant, () -> {
            versions.lock();
            return retire(key, places);
        });
        refresh();
        return deletion;
    }

    /// What is in use is asked of the table: another node may have stored a prompt that is not on this shelf yet.
    private Deletion retire(PromptShelf.Key key, List<String> places) {
        Set<Language> languages = versions.languages(key.tenant(), key.name());
        if (!languages.contains(key.language())) {
            return new NothingToDelete();
        }
        if (languages.size() == 1 && !places.isEmpty() && !shelf.isSystem(key.name())) {
            return new StillInUse(places);
        }
        versions.retire(key);
        return new Deleted();
    }

    private List<String> usesOf(TenantId tenant, PromptName name) {
        return uses.orderedStream()
                .flatMap(use -> use.of(tenant, name).stream())
                .toList();
    }

    @Override
    public List<Prompt> list(TenantId tenant) {
        return shelf.tenants().entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing((Prompt prompt) -> prompt.name().value())
                        .thenComparing(Prompt::language))
                .toList();
    }

    @Override
    public List<Version> versions(TenantId tenant, PromptName name, Language language) {
        return transactions.asTenant(tenant, () -> versions.list(new PromptShelf.Key(tenant, name, language)));
    }

    @Override
    public Optional<Prompt> version(TenantId tenant, PromptName name, Language language, int version) {
        var key = new PromptShelf.Key(tenant, name, language);
        return transactions
                .asTenant(tenant, () -> versions.content(key, version))
                .map(content -> prompt(key, content));
    }
}
