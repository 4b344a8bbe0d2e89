package org.hotline400.server.identity.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.AccountState;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `identity.accounts`. Every method runs in the caller's transaction.
@Repository
public class AccountRows {
    private static final String SELECT = """
            select a.tenant, a.principal, p.name, a.login, a.state, a.totp_since, a.created_at, a.last_sign_in,
                array(select role from identity.roles r
                       where r.tenant = a.tenant and r.principal = a.principal) as roles
              from identity.accounts a join identity.principals p on p.id = a.principal
            """;

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the transaction ends nobody else looks whether this name is free.
    public void claim(SignInName login) {
        jdbc.sql("select pg_advisory_xact_lock(4007004, hashtext(?))")
                .param(login.text())
                .query(row -> {});
    }

    public void insert(Account account, Optional<String> password) {
        jdbc.sql("""
                        insert into identity.accounts (principal, tenant, login, state, password, created_at)
                        values (:principal, :tenant, :login, :state, :password, :created)
                        """)
                .param("principal", account.principal())
                .param("tenant", account.tenant().value())
                .param("login", account.login().text())
                .param("state", account.state().code())
                .param("password", password.orElse(null))
                .param("created", SqlTime.of(account.createdAt()))
                .update();
    }

    public Optional<Account> find(UUID principal) {
        return jdbc.sql(SELECT + " where a.principal = ?")
                .param(principal)
                .query(AccountRows::account)
                .optional();
    }

    /// The same, and nobody else changes the account before the transaction ends.
    public Optional<Account> lock(UUID principal) {
        return jdbc.sql(SELECT + " where a.principal = ? for update of a")
                .param(principal)
                .query(AccountRows::account)
                .optional();
    }

    public Optional<Account> find(SignInName login) {
        return jdbc.sql(SELECT + " where a.login = ?")
                .param(login.text())
                .query(AccountRows::account)
                .optional();
    }

    public List<Account> list(TenantId tenant, Optional<UUID> after, int limit) {
        return jdbc.sql(SELECT + """
                         where a.tenant = :tenant and (cast(:after as uuid) is null or a.principal > :after)
                         order by a.principal limit :limit
                        """)
                .param("tenant", tenant.value())
                .param("after", after.orElse(null))
                .param("limit", limit)
                .query(AccountRows::account)
                .list();
    }

    /// How many of the tenant's active people are this.
    public int countActive(TenantId tenant, Role role) {
        return jdbc.sql("""
                        select count(*) from identity.accounts a join identity.roles r using (tenant, principal)
                         where a.tenant = ? and r.role = ? and a.state = 'active'
                        """)
                .params(tenant.value(), role.code())
                .query(Integer.class)
                .single();
    }

    public Optional<String> password(UUID principal) {
        return jdbc.sql("select password from identity.accounts where principal = ? and password is not null")
                .param(principal)
                .query(String.class)
                .optional();
    }

    /// Whoever has a password and was invited is active.
    public void setPassword(UUID principal, String hash) {
        jdbc.sql("""
                        update identity.accounts
                           set password = ?, state = case state when 'invited' then 'active' else state end
                         where principal = ?
                        """).params(hash, principal).update();
    }

    public void setState(UUID principal, AccountState state) {
        jdbc.sql("update identity.accounts set state = ? where principal = ?")
                .params(state.code(), principal)
                .update();
    }

    public void setRole(Account account, Role role) {
        jdbc.sql("delete from identity.roles where tenant = ? and principal = ?")
                .params(account.tenant().value(), account.principal())
                .update();
        jdbc.sql("insert into identity.roles (tenant, principal, role) values (?, ?, ?)")
                .params(account.tenant().value(), account.principal(), role.code())
                .update();
    }

    public void signedIn(UUID principal, Instant at) {
        jdbc.sql("update identity.accounts set last_sign_in = ? where principal = ?")
                .params(SqlTime.of(at), principal)
                .update();
    }

    private static Account account(ResultSet row, int index) throws SQLException {
        return new Account(
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("principal", UUID.class),
                row.getString("name"),
                new SignInName(row.getString("login")),
                AccountState.of(row.getString("state")),
                roles((String[]) row.getArray("roles").getArray()),
                row.getObject("totp_since") != null,
                SqlTime.read(row, "created_at"),
                SqlTime.readIfPresent(row, "last_sign_in"));
    }

    private static Set<Role> roles(String[] codes) {
        return Arrays.stream(codes).map(Role::of).collect(Collectors.toUnmodifiableSet());
    }
}
