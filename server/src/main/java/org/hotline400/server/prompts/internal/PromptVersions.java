package org.hotline400.server.prompts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `prompts.prompt_versions`. Every method runs in the transaction of its caller.
@Repository
class PromptVersions {
    private final JdbcClient jdbc;
    private final Clock clock;

    PromptVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A version in use, without its audio.
    record Current(PromptShelf.Key key, int version, String text) {}

    /// What a version is made of.
    ///
    /// @param audio A-law
    // Read and written once.
    @SuppressWarnings("ArrayRecordComponent")
    record Content(String text, byte[] audio) {}

    /// Who stored a version, and why.
    record Origin(String by, String note) {}

    List<Current> current() {
        return jdbc.sql("""
                        select tenant, name, language, version, text from prompts.prompt_versions where current
                        """).query(PromptVersions::readCurrent).list();
    }

    private static Current readCurrent(ResultSet row, int index) throws SQLException {
        var key = new PromptShelf.Key(
                new TenantId(row.getObject("tenant", UUID.class)),
                new PromptName(row.getString("name")),
                Language.ofTag(row.getString("language")));
        return new Current(key, row.getInt("version"), row.getString("text"));
    }

    Optional<Content> content(PromptShelf.Key key, int version) {
        return jdbc.sql("""
                        select text, audio from prompts.prompt_versions
                         where tenant = ? and name = ? and language = ? and version = ?
                        """)
                .params(key.tenant().value(), key.name().value(), key.language().tag(), version)
                .query((row, index) -> new Content(row.getString("text"), row.getBytes("audio")))
                .optional();
    }

    List<PromptLibrary.Version> list(PromptShelf.Key key) {
        return jdbc.sql("""
                        select version, current, text, length(audio) as samples, created_at, created_by, note
                          from prompts.prompt_versions
                         where tenant = ? and name = ? and language = ?
                         order by version desc
                        """)
                .params(key.tenant().value(), key.name().value(), key.language().tag())
                .query(PromptVersions::readVersion)
                .list();
    }

    private static PromptLibrary.Version readVersion(ResultSet row, int index) throws SQLException {
        return new PromptLibrary.Version(
                row.getInt("version"),
                row.getBoolean("current"),
                row.getString("text"),
                Duration.ofMillis(row.getInt("samples") * 1_000L / TelephoneAudio.RATE),
                SqlTime.read(row, "created_at"),
                row.getString("created_by"),
                row.getString("note"));
    }

    /// One writer at a time, so that versions and room are counted right.
    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('prompts'))::text")
                .query(String.class)
                .single();
    }

    /// The languages in which a prompt of this name is in use.
    Set<Language> languages(TenantId tenant, PromptName name) {
        return Set.copyOf(jdbc.sql("""
                        select language from prompts.prompt_versions where tenant = ? and name = ? and current
                        """)
                .params(tenant.value(), name.value())
                .query((row, index) -> Language.ofTag(row.getString("language")))
                .list());
    }

    /// Takes the current version, if there is one, out of use.
    void retire(PromptShelf.Key key) {
        jdbc.sql("""
                        update prompts.prompt_versions set current = false
                         where tenant = ? and name = ? and language = ? and current
                        """)
                .params(key.tenant().value(), key.name().value(), key.language().tag())
                .update();
    }

    /// Stores the next version, in use; forgets those that are too old.
    void append(PromptShelf.Key key, Content content, Origin origin) {
        int version = highest(key) + 1;
        insert(key, version, content, origin);
        jdbc.sql("""
                        delete from prompts.prompt_versions
                         where tenant = ? and name = ? and language = ? and version <= ?
                        """)
                .params(
                        key.tenant().value(),
                        key.name().value(),
                        key.language().tag(),
                        version - PromptLibrary.VERSIONS_KEPT)
                .update();
    }

    private int highest(PromptShelf.Key key) {
        return jdbc.sql("""
                        select coalesce(max(version), 0) from prompts.prompt_versions
                         where tenant = ? and name = ? and language = ?
                        """)
                .params(key.tenant().value(), key.name().value(), key.language().tag())
                .query(Integer.class)
                .single();
    }

    private void insert(PromptShelf.Key key, int version, Content content, Origin origin) {
        jdbc.sql("""
                        insert into prompts.prompt_versions
                               (tenant, name, language, version, current, text, audio, created_at, created_by, note)
                        values (?, ?, ?, ?, true, ?, ?, ?, ?, ?)
                        """)
                .params(
                        key.tenant().value(),
                        key.name().value(),
                        key.language().tag(),
                        version,
                        content.text(),
                        content.audio(),
                        SqlTime.of(clock.instant()),
                        origin.by(),
                        origin.note())
                .update();
    }

    /// Bytes of audio that all tenants have in use.
    long used() {
        return jdbc.sql("select coalesce(sum(length(audio)), 0) from prompts.prompt_versions where current")
                .query(Long.class)
                .single();
    }

    /// Bytes of audio that this tenant has in use.
    long used(TenantId tenant) {
        return jdbc.sql(
                        "select coalesce(sum(length(audio)), 0) from prompts.prompt_versions where current and tenant = ?")
                .param(tenant.value())
                .query(Long.class)
                .single();
    }
}
