package org.hotline400.server.tariffs.internal;

import java.time.Instant;
import java.util.List;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.tariffs.Tariff;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of editions. Every method runs in the caller's transaction.
@Repository
public class EditionRows {
    private final JdbcClient jdbc;

    public EditionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Tariff> all() {
        return jdbc.sql("select document::text from tariffs.editions order by code, version")
                .query((row, _) -> PackagesText.readEdition(row.getString(1)))
                .list();
    }

    /// Nobody else adds or withdraws until the transaction ends.
    public void lock() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('tariffs.editions'))")
                .query((_, _) -> true)
                .list();
    }

    public void add(Tariff edition, String author, Instant now) {
        jdbc.sql("insert into tariffs.editions (code, version, starts, document, author, added_at)"
                        + " values (:code, :version, :starts, :document::json, :author, :now)")
                .param("code", edition.code())
                .param("version", edition.version())
                .param("starts", edition.starts())
                .param("document", PackagesText.writeJson(edition))
                .param("author", author)
                .param("now", SqlTime.of(now))
                .update();
    }

    /// @return false when there was none
    public boolean remove(String code, int version) {
        return jdbc.sql("delete from tariffs.editions where code = ? and version = ?")
                        .params(code, version)
                        .update()
                > 0;
    }
}
