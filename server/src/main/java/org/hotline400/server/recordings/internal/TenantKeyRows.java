package org.hotline400.server.recordings.internal;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the [KeyRing] as the database has it, and makes a key for each tenant that was recorded without one.
@Component
class TenantKeyRows {
    private static final Logger LOG = LoggerFactory.getLogger(TenantKeyRows.class);

    private final KeyRing ring;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    TenantKeyRows(KeyRing ring, Transactions transactions, JdbcClient jdbc, Clock clock, ConfigurationChanges changes) {
        this.ring = ring;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        changes.subscribe("recording-keys", this::refresh);
    }

    void refresh() {
        ring.replace(transactions.asOperator(
                () -> jdbc.sql("select * from recordings.tenant_keys").query(this::key).list().stream()
                        .flatMap(Optional::stream)
                        .toList()));
    }

    private Optional<KeyRing.TenantKey> key(ResultSet row, int index) throws SQLException {
        TenantId tenant = new TenantId(row.getObject("tenant", UUID.class));
        UUID id = row.getObject("id", UUID.class);
        WrappedKey wrapped =
                new WrappedKey(row.getObject("master_key", UUID.class), row.getBytes("nonce"), row.getBytes("sealed"));
        try {
            return Optional.of(new KeyRing.TenantKey(id, tenant, ring.unwrap(wrapped, context(tenant, id))));
        } catch (UnknownKeyException | DamagedRecordingException e) {
            LOG.error("the recordings of tenant {} cannot be read: {}", tenant, e.getMessage());
            return Optional.empty();
        }
    }

    /// Makes the keys that were missed.
    void makeMissing() {
        List<TenantId> missed = ring.missed();
        missed.forEach(tenant -> transactions.asTenant(tenant, () -> add(tenant)));
        if (!missed.isEmpty()) {
            refresh();
        }
    }

    private void add(TenantId tenant) {
        UUID id = Ids.next();
        WrappedKey wrapped = ring.wrapUnderMaster(context(tenant, id), AesGcm.random(AesGcm.KEY_BYTES));
        jdbc.sql("""
                        insert into recordings.tenant_keys (tenant, id, master_key, nonce, sealed, created_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        tenant.value(),
                        id,
                        wrapped.wrapper(),
                        wrapped.nonce(),
                        wrapped.sealed(),
                        SqlTime.of(clock.instant()))
                .update();
    }

    /// Binds a sealed key to its tenant, so that rows cannot be exchanged.
    private static byte[] context(TenantId tenant, UUID id) {
        return ("tenant key " + tenant + " " + id).getBytes(StandardCharsets.UTF_8);
    }
}
