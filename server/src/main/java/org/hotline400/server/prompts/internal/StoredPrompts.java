package org.hotline400.server.prompts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.InvalidAudioException;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The table `prompts.prompt_versions`, and the copy of its current rows on the [PromptShelf].
@Service
class StoredPrompts implements PromptLibrary {
    /// A-law bytes a tenant may have in use: 40 minutes.
    private static final int MOST_A_TENANT = 40 * 60 * 8_000;
    /// A-law bytes all tenants together may have in use; twice that in memory.
    private static final long MOST_IN_ALL = 256L * 1_024 * 1_024;
    private static final int VERSIONS_KEPT = 5;

    private final PromptShelf shelf;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private Map<Row, Prompt> loaded = Map.of();

    StoredPrompts(
            PromptShelf shelf, Transactions transactions, JdbcClient jdbc, Clock clock, ConfigurationChanges changes) {
        this.shelf = shelf;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        changes.subscribe("prompts", this::refresh);
    }

    private record Row(PromptShelf.Key key, int version, String text) {}

    /// Reads what has changed: audio that is in memory already is not read again.
    final synchronized void refresh() {
        Map<Row, Prompt> fresh = new HashMap<>();
        transactions.asOperator(() -> {
            for (Row row : jdbc.sql("""
                            select tenant, name, language, version, text from prompts.prompt_versions where current
                            """).query(StoredPrompts::row).list()) {
                Prompt known = loaded.get(row);
                fresh.put(row, known == null ? load(row) : known);
            }
        });
        loaded = fresh;
        Map<PromptShelf.Key, Prompt> prompts = new HashMap<>();
        fresh.forEach((row, prompt) -> prompts.put(row.key(), prompt));
        shelf.replace(prompts);
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        var key = new PromptShelf.Key(
                new TenantId(row.getObject("tenant", UUID.class)),
                new PromptName(row.getString("name")),
                Language.ofTag(row.getString("language")));
        return new Row(key, row.getInt("version"), row.getString("text"));
    }

    private Prompt load(Row row) {
        PromptShelf.Key key = row.key();
        byte[] audio = jdbc.sql("""
                        select audio from prompts.prompt_versions
                         where tenant = ? and name = ? and language = ? and version = ?
                        """)
                .params(key.tenant().value(), key.name().value(), key.language().tag(), row.version())
                .query(byte[].class)
                .single();
        return new Prompt(key.name(), key.language(), TelephoneAudio.decode(audio), row.text());
    }

    @Override
    public Prompt put(TenantId tenant, Upload upload) {
        byte[] audio = TelephoneAudio.encode(TelephoneAudio.ofWav(upload.wav()));
        Prompt prompt = new Prompt(upload.name(), upload.language(), TelephoneAudio.decode(audio), upload.text());
        transactions.asOperator(() -> {
            // One at a time, so that versions and room are counted right.
            jdbc.sql("select pg_advisory_xact_lock(hashtext('prompts'))::text")
                    .query(String.class)
                    .single();
            int version = retire(tenant, upload.name(), upload.language());
            requireRoom(tenant, audio.length);
            insert(tenant, upload, version + 1, audio);
        });
        refresh();
        return prompt;
    }

    /// @return the highest version so far
    private int retire(TenantId tenant, PromptName name, Language language) {
        jdbc.sql("""
                        update prompts.prompt_versions set current = false
                         where tenant = ? and name = ? and language = ? and current
                        """).params(tenant.value(), name.value(), language.tag()).update();
        int highest = jdbc.sql("""
                        select coalesce(max(version), 0) from prompts.prompt_versions
                         where tenant = ? and name = ? and language = ?
                        """)
                .params(tenant.value(), name.value(), language.tag())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        delete from prompts.prompt_versions where tenant = ? and name = ? and language = ? and version <= ?
                        """)
                .params(tenant.value(), name.value(), language.tag(), highest + 1 - VERSIONS_KEPT)
                .update();
        return highest;
    }

    private void requireRoom(TenantId tenant, int bytes) {
        long own = used("where current and tenant = '" + tenant.value() + "'");
        if (own + bytes > MOST_A_TENANT) {
            throw new InvalidAudioException(
                    "all prompts of an enterprise may last 40 minutes together; delete some first");
        }
        if (used("where current") + bytes > MOST_IN_ALL) {
            throw new InvalidAudioException("the platform has no room for more prompts; ask its operator");
        }
    }

    private long used(String condition) {
        return jdbc.sql("select coalesce(sum(length(audio)), 0) from prompts.prompt_versions " + condition)
                .query(Long.class)
                .single();
    }

    private void insert(TenantId tenant, Upload upload, int version, byte[] audio) {
        jdbc.sql("""
                        insert into prompts.prompt_versions
                               (tenant, name, language, version, current, text, audio, created_at, created_by)
                        values (?, ?, ?, ?, true, ?, ?, ?, ?)
                        """)
                .params(
                        tenant.value(),
                        upload.name().value(),
                        upload.language().tag(),
                        version,
                        upload.text(),
                        audio,
                        SqlTime.of(clock.instant()),
                        upload.by())
                .update();
    }

    @Override
    public boolean delete(TenantId tenant, PromptName name, Language language) {
        int changed = transactions.asTenant(
                tenant,
                () -> jdbc.sql("""
                        update prompts.prompt_versions set current = false
                         where tenant = ? and name = ? and language = ? and current
                        """)
                        .params(tenant.value(), name.value(), language.tag())
                        .update());
        refresh();
        return changed > 0;
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
}
