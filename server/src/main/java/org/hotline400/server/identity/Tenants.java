package org.hotline400.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The enterprises, and the people and programs that act for them.
@Service
public class Tenants {
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    Tenants(Transactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Takes in an enterprise.
    ///
    /// @param name at most 200 characters
    public Tenant create(String name) {
        return create(name, TenantKind.ENTERPRISE);
    }

    /// Takes in an enterprise or a reseller.
    ///
    /// @param name at most 200 characters
    public Tenant create(String name, TenantKind kind) {
        if (kind == TenantKind.OPERATOR) {
            throw new IllegalArgumentException("there is one operator; a new tenant is an enterprise or a reseller");
        }
        return insert(name, kind, Optional.empty());
    }

    /// Takes in an enterprise that a reseller brings.
    ///
    /// @param name at most 200 characters
    public Tenant introduce(String name, TenantId reseller) {
        return insert(name, TenantKind.ENTERPRISE, Optional.of(reseller));
    }

    private Tenant insert(String name, TenantKind kind, Optional<TenantId> introducer) {
        var tenant = new Tenant(new TenantId(Ids.next()), kind, checkedName(name), clock.instant());
        transactions.asOperator(() -> {
            jdbc.sql("""
                            insert into identity.tenants (tenant, kind, name, created_at, introduced_by)
                            values (:tenant, :kind, :name, :created, :introducer)
                            """)
                    .param("tenant", tenant.id().value())
                    .param("kind", kind.code())
                    .param("name", tenant.name())
                    .param("created", SqlTime.of(tenant.createdAt()))
                    .param("introducer", introducer.map(TenantId::value).orElse(null))
                    .update();
        });
        return tenant;
    }

    /// Whether this reseller brought that enterprise in.
    public boolean isIntroducedBy(TenantId tenant, TenantId reseller) {
        return transactions.asOperator(
                () -> jdbc.sql("select exists (select from identity.tenants where tenant = ? and introduced_by = ?)")
                        .params(tenant.value(), reseller.value())
                        .query(Boolean.class)
                        .single());
    }

    /// What a tenant is called. Runs in the caller's transaction and sees what that may see.
    public Optional<String> name(TenantId id) {
        return jdbc.sql("select name from identity.tenants where tenant = ?")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    public Optional<Tenant> find(TenantId id) {
        return transactions.asOperator(
                () -> jdbc.sql("select tenant, kind, name, created_at from identity.tenants where tenant = ?")
                        .param(id.value())
                        .query(Tenants::tenant)
                        .optional());
    }

    /// Every tenant, the operator included, in the order of their ids.
    ///
    /// @param after start behind this one
    public Page<Tenant> list(Optional<TenantId> after, int limit) {
        return list(Optional.empty(), after, limit);
    }

    /// The enterprises that a reseller brought in, in the order of their ids.
    ///
    /// @param after start behind this one
    public Page<Tenant> introducedBy(TenantId reseller, Optional<TenantId> after, int limit) {
        return list(Optional.of(reseller), after, limit);
    }

    private Page<Tenant> list(Optional<TenantId> introducer, Optional<TenantId> after, int limit) {
        List<Tenant> rows = transactions.asOperator(() -> jdbc.sql("""
                        select tenant, kind, name, created_at from identity.tenants
                         where (cast(:introducer as uuid) is null or introduced_by = :introducer)
                           and (cast(:after as uuid) is null or tenant > :after)
                         order by tenant limit :limit
                        """)
                .param("introducer", introducer.map(TenantId::value).orElse(null))
                .param("after", after.map(TenantId::value).orElse(null))
                .param("limit", limit + 1)
                .query(Tenants::tenant)
                .list());
        return Page.of(rows, limit, tenant -> tenant.id().toString());
    }

    /// Gives a tenant somebody who acts for it.
    ///
    /// @return the principal's id
    public UUID addPrincipal(TenantId tenant, String name, Role role) {
        var id = Ids.next();
        transactions.asTenant(tenant, () -> {
            requireFitting(tenant, role);
            jdbc.sql("insert into identity.principals (id, tenant, name, created_at) values (?, ?, ?, ?)")
                    .params(id, tenant.value(), checkedName(name), SqlTime.of(clock.instant()))
                    .update();
            jdbc.sql("insert into identity.roles (tenant, principal, role) values (?, ?, ?)")
                    .params(tenant.value(), id, role.code())
                    .update();
        });
        return id;
    }

    /// What this principal is; nothing when the tenant has no such principal.
    public Set<Role> rolesOf(TenantId tenant, UUID principal) {
        return Set.copyOf(transactions.asTenant(
                tenant,
                () -> jdbc.sql("select role from identity.roles where tenant = ? and principal = ?")
                        .params(tenant.value(), principal)
                        .query((row, index) -> Role.of(row.getString(1)))
                        .list()));
    }

    /// What this tenant is.
    ///
    /// @throws IllegalArgumentException when there is no such tenant
    public TenantKind kindOf(TenantId tenant) {
        return transactions.asTenant(
                tenant,
                () -> jdbc.sql("select kind from identity.tenants where tenant = ?")
                        .param(tenant.value())
                        .query(String.class)
                        .optional()
                        .map(TenantKind::of)
                        .orElseThrow(() -> new IllegalArgumentException("there is no tenant " + tenant)));
    }

    private void requireFitting(TenantId tenant, Role role) {
        var kind = kindOf(tenant);
        if (!role.fits(kind)) {
            throw new IllegalArgumentException("a tenant that is " + kind.code() + " has nobody who is " + role.code());
        }
    }

    /// The name without blanks around it.
    ///
    /// @throws IllegalArgumentException when it has not 1 to 200 characters
    public static String checkedName(String name) {
        var text = name.strip();
        if (text.isEmpty() || text.length() > 200) {
            throw new MistakeException("a name has 1 to 200 characters", "名称为 1 至 200 个字符。");
        }
        return text;
    }

    private static Tenant tenant(ResultSet row, int index) throws SQLException {
        return new Tenant(
                new TenantId(row.getObject("tenant", UUID.class)),
                TenantKind.of(row.getString("kind")),
                row.getString("name"),
                SqlTime.read(row, "created_at"));
    }
}
