package org.hotline400.server.enrolment.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.FormMask;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Who gets no number: credit codes and numbers of identity documents as keyed hashes, with the reason and
/// where it comes from.
@Service
public class Blacklist {
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final FormSeal seal;
    private final Clock clock;

    public Blacklist(Transactions transactions, JdbcClient jdbc, FormSeal seal, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /// Puts somebody on it.
    ///
    /// @return the entry; the one that was there, when he was on it before
    public BlacklistEntry add(BlacklistOrder order, String author) {
        var entry = new BlacklistEntry(
                Ids.next(),
                order.kind(),
                masked(order),
                order.reason(),
                order.source(),
                author,
                SqlTime.of(clock.instant()).toInstant());
        var fingerprint = fingerprint(order);
        return transactions.asOperator(() -> insert(entry, fingerprint)
                ? entry
                : find(order.kind(), fingerprint).orElseThrow());
    }

    private static String masked(BlacklistOrder order) {
        return switch (order.kind()) {
            case CREDIT_CODE -> order.value();
            case DOCUMENT -> FormMask.number(order.value());
        };
    }

    private byte[] fingerprint(BlacklistOrder order) {
        return switch (order.kind()) {
            case CREDIT_CODE -> seal.ofCreditCode(order.value());
            case DOCUMENT -> seal.ofDocument(order.value());
        };
    }

    private boolean insert(BlacklistEntry entry, byte[] fingerprint) {
        return jdbc.sql("""
                        insert into enrolment.blacklist
                            (id, tenant, kind, fingerprint, masked, reason, source, author, added_at)
                        values (:id, :tenant, :kind, :fingerprint, :masked, :reason, :source, :author, :addedAt)
                        on conflict (kind, fingerprint) do nothing
                        """)
                        .param("id", entry.id())
                        .param("tenant", TenantId.OPERATOR.value())
                        .param("kind", entry.kind().code())
                        .param("fingerprint", fingerprint)
                        .param("masked", entry.masked())
                        .param("reason", entry.reason())
                        .param("source", entry.source())
                        .param("author", entry.author())
                        .param("addedAt", SqlTime.of(entry.addedAt()))
                        .update()
                > 0;
    }

    private Optional<BlacklistEntry> find(BlacklistOrder.Kind kind, byte[] fingerprint) {
        return jdbc.sql("select * from enrolment.blacklist where kind = ? and fingerprint = ?")
                .params(kind.code(), fingerprint)
                .query(Blacklist::entry)
                .optional();
    }

    /// Takes somebody off it.
    ///
    /// @return whether he was on it
    public boolean remove(UUID id) {
        return transactions.asOperator(() -> jdbc.sql("delete from enrolment.blacklist where id = ?")
                        .param(id)
                        .update()
                > 0);
    }

    /// The newest first.
    ///
    /// @param before start behind this one
    public Page<BlacklistEntry> list(Optional<UUID> before, int limit) {
        List<BlacklistEntry> rows = transactions.asOperator(() -> jdbc.sql("""
                        select * from enrolment.blacklist
                         where cast(:before as uuid) is null or id < :before order by id desc limit :limit
                        """)
                .param("before", before.orElse(null))
                .param("limit", limit + 1)
                .query(Blacklist::entry)
                .list());
        return Page.of(rows, limit, entry -> entry.id().toString());
    }

    /// Whether the company is on it; runs in the caller's transaction, which acts for the operator.
    boolean hasCompany(Form form) {
        return seal.creditCode(form)
                .flatMap(code -> find(BlacklistOrder.Kind.CREDIT_CODE, code))
                .isPresent();
    }

    /// Whether somebody is on it; runs in the caller's transaction, which acts for the operator.
    boolean has(Form.Person person) {
        return person.number()
                .map(seal::ofDocument)
                .flatMap(number -> find(BlacklistOrder.Kind.DOCUMENT, number))
                .isPresent();
    }

    private static BlacklistEntry entry(ResultSet row, int index) throws SQLException {
        return new BlacklistEntry(
                row.getObject("id", UUID.class),
                BlacklistOrder.Kind.of(row.getString("kind")),
                row.getString("masked"),
                row.getString("reason"),
                row.getString("source"),
                row.getString("author"),
                SqlTime.read(row, "added_at"));
    }
}
