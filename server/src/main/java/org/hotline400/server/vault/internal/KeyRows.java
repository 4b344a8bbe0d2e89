package org.hotline400.server.vault.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The wrapped keys in the database. Every method runs in the caller's transaction.
@Repository
class KeyRows {
    private final JdbcClient jdbc;

    KeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of the platform and of every tenant that the transaction acts for.
    List<KeyRow> all() {
        List<KeyRow> rows = new ArrayList<>(jdbc.sql("select * from vault.platform_keys")
                .query(KeyRows::ofPlatform)
                .list());
        rows.addAll(jdbc.sql("select * from vault.tenant_keys")
                .query(KeyRows::ofTenant)
                .list());
        return rows;
    }

    /// The ids of the master keys that wrap these.
    List<String> masterKeys() {
        return jdbc.sql("select master_key from vault.platform_keys union select master_key from vault.tenant_keys")
                .query(String.class)
                .list();
    }

    Optional<KeyRow> newest(TenantId tenant) {
        return jdbc.sql("select * from vault.tenant_keys where tenant = ? order by generation desc limit 1")
                .param(tenant.value())
                .query(KeyRows::ofTenant)
                .optional();
    }

    Optional<KeyRow> find(TenantId tenant, UUID id) {
        return jdbc.sql("select * from vault.tenant_keys where tenant = ? and id = ?")
                .params(tenant.value(), id)
                .query(KeyRows::ofTenant)
                .optional();
    }

    /// Adds a key, unless its owner has one of this generation: of two nodes that make one, the first counts.
    void addUnlessThere(KeyRow row) {
        switch (row.owner()) {
            case KeyOwner.OfTenant of ->
                jdbc.sql("""
                                insert into vault.tenant_keys (tenant, generation, id, master_key, wrapped, created_at)
                                values (?, ?, ?, ?, ?, ?) on conflict (tenant, generation) do nothing""")
                        .params(
                                of.tenant().value(),
                                row.generation(),
                                row.id(),
                                row.masterKey(),
                                row.wrapped(),
                                SqlTime.of(row.createdAt()))
                        .update();
            case KeyOwner.OfPlatform of ->
                jdbc.sql("""
                                insert into vault.platform_keys (purpose, generation, id, master_key, wrapped, created_at)
                                values (?, ?, ?, ?, ?, ?) on conflict (purpose, generation) do nothing""")
                        .params(
                                of.purpose().code(),
                                row.generation(),
                                row.id(),
                                row.masterKey(),
                                row.wrapped(),
                                SqlTime.of(row.createdAt()))
                        .update();
        }
    }

    /// Writes a key's other wrapping. Only the owner of the tables may.
    void rewrap(KeyRow row) {
        var table = switch (row.owner()) {
            case KeyOwner.OfTenant _ -> "vault.tenant_keys";
            case KeyOwner.OfPlatform _ -> "vault.platform_keys";
        };
        jdbc.sql("update " + table + " set master_key = ?, wrapped = ? where id = ? and generation = ?"
                        + (row.owner() instanceof KeyOwner.OfPlatform(Purpose purpose)
                                ? " and purpose = '" + purpose.code() + "'"
                                : ""))
                .params(row.masterKey(), row.wrapped(), row.id(), row.generation())
                .update();
    }

    private static KeyRow ofTenant(ResultSet row, int index) throws SQLException {
        return read(row, new KeyOwner.OfTenant(new TenantId(row.getObject("tenant", UUID.class))));
    }

    private static KeyRow ofPlatform(ResultSet row, int index) throws SQLException {
        return read(row, new KeyOwner.OfPlatform(Purpose.of(row.getString("purpose"))));
    }

    private static KeyRow read(ResultSet row, KeyOwner owner) throws SQLException {
        return new KeyRow(
                row.getObject("id", UUID.class),
                owner,
                row.getInt("generation"),
                row.getString("master_key"),
                row.getBytes("wrapped"),
                SqlTime.read(row, "created_at"));
    }
}
