package org.hotline400.server.identity.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.identity.ApiKey;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.TenantId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `identity.api_keys`. Every method runs in the caller's transaction.
@Repository
public class ApiKeyRows {
    private final JdbcClient jdbc;

    ApiKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public int insert(ApiKey key, byte[] hash) {
        try {
            return jdbc.sql("""
                            insert into identity.api_keys
                                (id, tenant, principal, name, hash, scopes, created_at, expires_at)
                            values (:id, :tenant, :principal, :name, :hash, string_to_array(:scopes, ' '), :created,
                                :expires)
                            """)
                    .param("id", key.id())
                    .param("tenant", key.tenant().value())
                    .param("principal", key.principal())
                    .param("name", key.name())
                    .param("hash", hash)
                    .param("scopes", key.scopes().stream().map(Scope::text).collect(Collectors.joining(" ")))
                    .param("created", SqlTime.of(key.createdAt()))
                    .param("expires", key.expiresAt().map(SqlTime::of).orElse(null))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new IllegalArgumentException("the tenant has no principal " + key.principal(), e);
        }
    }

    public boolean revoke(UUID id, Instant at) {
        return jdbc.sql("update identity.api_keys set revoked_at = ? where id = ? and revoked_at is null")
                        .params(SqlTime.of(at), id)
                        .update()
                == 1;
    }

    public List<ApiKey> list(Optional<UUID> after, int limit) {
        return jdbc.sql("""
                        select * from identity.api_keys
                         where cast(:after as uuid) is null or id > :after order by id limit :limit
                        """)
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query(ApiKeyRows::key)
                .list();
    }

    /// Finds the caller behind a token's hash and notes the use.
    public Optional<KnownCallers.Known> use(byte[] hash, Instant now) {
        return jdbc.sql("""
                        update identity.api_keys k set last_used_at = :now
                          from identity.principals p
                         where k.hash = :hash and k.revoked_at is null
                           and (k.expires_at is null or k.expires_at > :now)
                           and p.id = k.principal and p.tenant = k.tenant
                           and not exists (select from identity.accounts a
                                            where a.principal = k.principal and a.state = 'disabled')
                        returning k.tenant, k.principal, p.name, k.scopes, k.expires_at,
                            array(select role from identity.roles r
                                   where r.tenant = k.tenant and r.principal = k.principal) as roles
                        """)
                .param("now", SqlTime.of(now))
                .param("hash", hash)
                .query((row, index) ->
                        new KnownCallers.Known(caller(row), now, SqlTime.readIfPresent(row, "expires_at")))
                .optional();
    }

    private static Caller caller(ResultSet row) throws SQLException {
        return new Caller(
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("principal", UUID.class),
                row.getString("name"),
                set(row.getArray("roles"), Role::of),
                set(row.getArray("scopes"), Scope::new));
    }

    private static ApiKey key(ResultSet row, int index) throws SQLException {
        return new ApiKey(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("principal", UUID.class),
                row.getString("name"),
                set(row.getArray("scopes"), Scope::new),
                SqlTime.read(row, "created_at"),
                SqlTime.readIfPresent(row, "expires_at"),
                SqlTime.readIfPresent(row, "last_used_at"),
                SqlTime.readIfPresent(row, "revoked_at"));
    }

    private static <T> Set<T> set(Array array, Function<String, T> read) throws SQLException {
        return Arrays.stream((String[]) array.getArray()).map(read).collect(Collectors.toUnmodifiableSet());
    }
}
