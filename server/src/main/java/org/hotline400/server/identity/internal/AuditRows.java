package org.hotline400.server.identity.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.identity.audit.AuditChain;
import org.hotline400.server.identity.audit.AuditEntry;
import org.hotline400.server.identity.audit.AuditHash;
import org.hotline400.server.identity.audit.AuditHead;
import org.hotline400.server.identity.audit.AuditQuery;
import org.hotline400.server.identity.audit.ChainedEntry;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of the audit trail. Every method runs in the caller's transaction.
@Repository
public class AuditRows {
    private final JdbcClient jdbc;

    AuditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Outside of Spring.
    public static AuditRows of(JdbcClient jdbc) {
        return new AuditRows(jdbc);
    }

    /// Appends an entry to its tenant's chain, one at a time: others wait for the end of this transaction.
    public void append(AuditEntry entry, Instant at) {
        var head = lockedHead(entry.tenant());
        var linked = AuditChain.link(head.hash(), head.sequence() + 1, at, entry);
        jdbc.sql("""
                        with moved as (
                            update identity.audit_heads set sequence = :sequence, hash = :hash where tenant = :tenant)
                        insert into identity.audit_entries
                            (tenant, sequence, at, principal, name, action, subject, detail, address, hash)
                        values (:tenant, :sequence, :at, :principal, :name, :action, :subject, :detail, :address, :hash)
                        """)
                .param("tenant", entry.tenant().value())
                .param("sequence", linked.sequence())
                .param("at", SqlTime.of(linked.at()))
                .param("principal", entry.principal())
                .param("name", entry.name())
                .param("action", entry.action())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("address", entry.address())
                .param("hash", linked.hash().bytes())
                .update();
    }

    private AuditHead lockedHead(TenantId tenant) {
        return lock(tenant)
                .or(() -> {
                    begin(tenant);
                    return lock(tenant);
                })
                .orElseThrow(() -> new IllegalStateException("the head of the tenant " + tenant + " cannot be seen"));
    }

    private Optional<AuditHead> lock(TenantId tenant) {
        return jdbc.sql("select * from identity.audit_heads where tenant = ? for update")
                .param(tenant.value())
                .query(AuditRows::head)
                .optional();
    }

    private void begin(TenantId tenant) {
        var start = AuditHead.start(tenant);
        jdbc.sql("""
                        insert into identity.audit_heads (tenant, sequence, hash) values (?, ?, ?)
                        on conflict (tenant) do nothing
                        """)
                .params(tenant.value(), start.sequence(), start.hash().bytes())
                .update();
    }

    public Optional<AuditHead> head(TenantId tenant) {
        return jdbc.sql("select * from identity.audit_heads where tenant = ?")
                .param(tenant.value())
                .query(AuditRows::head)
                .optional();
    }

    /// All heads that the transaction sees, and the beginnings of chains that lost theirs.
    public List<AuditHead> heads() {
        return jdbc.sql("""
                        select tenant, sequence, hash from identity.audit_heads
                        union all
                        select distinct tenant, 0, decode(repeat('00', 32), 'hex') from identity.audit_entries e
                         where not exists (select from identity.audit_heads h where h.tenant = e.tenant)
                         order by tenant
                        """).query(AuditRows::head).list();
    }

    /// Entries behind `after` up to `last`, oldest first.
    public List<ChainedEntry> oldest(TenantId tenant, long after, long last, int limit) {
        return jdbc.sql("""
                        select * from identity.audit_entries
                         where tenant = ? and sequence > ? and sequence <= ? order by sequence limit ?
                        """)
                .params(tenant.value(), after, last, limit)
                .query(AuditRows::entry)
                .list();
    }

    /// Entries before `before`, newest first.
    public List<ChainedEntry> newest(TenantId tenant, AuditQuery query, long before, int limit) {
        return jdbc.sql("""
                        select * from identity.audit_entries
                         where tenant = :tenant and sequence < :before
                           and (cast(:from as timestamptz) is null or at >= :from)
                           and (cast(:to as timestamptz) is null or at < :to)
                           and (cast(:principal as uuid) is null or principal = :principal)
                           and (cast(:action as text) is null or starts_with(action, :action))
                           and (cast(:subject as text) is null or subject = :subject)
                         order by sequence desc limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("before", before)
                .param("from", query.from().map(SqlTime::of).orElse(null))
                .param("to", query.to().map(SqlTime::of).orElse(null))
                .param("principal", query.principal().orElse(null))
                .param("action", query.action().orElse(null))
                .param("subject", query.subject().orElse(null))
                .param("limit", limit)
                .query(AuditRows::entry)
                .list();
    }

    private static AuditHead head(ResultSet row, int index) throws SQLException {
        return new AuditHead(tenant(row), row.getLong("sequence"), AuditHash.of(row.getBytes("hash")));
    }

    private static ChainedEntry entry(ResultSet row, int index) throws SQLException {
        var entry = new AuditEntry(
                tenant(row),
                row.getObject("principal", UUID.class),
                row.getString("name"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("address"));
        return new ChainedEntry(
                row.getLong("sequence"), SqlTime.read(row, "at"), entry, AuditHash.of(row.getBytes("hash")));
    }

    private static TenantId tenant(ResultSet row) throws SQLException {
        return new TenantId(row.getObject("tenant", UUID.class));
    }
}
