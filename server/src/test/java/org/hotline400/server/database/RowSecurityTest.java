package org.hotline400.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RowSecurityTest {
    private static final String UNPROTECTED = """
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid
             where c.relkind in ('r', 'p') and a.attname = 'tenant' and not a.attisdropped
               and not (c.relrowsecurity and c.relforcerowsecurity and a.attnotnull
                        and exists (select from pg_policy p where p.polrelid = c.oid))
             order by 1
            """;

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final JdbcClient jdbc = database.jdbc();
    private final TenantId one = new TenantId(UUID.randomUUID());
    private final TenantId other = new TenantId(UUID.randomUUID());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_table_with_a_tenant_is_protected() {
        assertThat(jdbc.sql(UNPROTECTED).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("select count(*) from pg_policy").query(Long.class).single())
                .isGreaterThan(4);
    }

    @Test
    void a_table_that_forgot_its_protection_would_be_found() throws SQLException {
        asOwner("create table kernel.forgotten (tenant uuid not null)");

        assertThat(jdbc.sql(UNPROTECTED).query(String.class).list()).containsExactly("kernel.forgotten");
    }

    @Test
    void nothing_set_means_nothing_seen() {
        transactions.asOperator(() -> insert(one));

        assertThat(names()).isEmpty();
        assertThat(transactions.asTenant(other, this::names)).isEmpty();
        assertThat(transactions.asTenant(one, this::names)).containsExactly(one.toString());
        assertThat(transactions.asOperator(this::names)).contains(one.toString(), "Operator");
        // The setting ended with its transaction, though the connection went back to the pool.
        assertThat(names()).isEmpty();
    }

    @Test
    void nobody_writes_for_another_tenant() {
        assertThatThrownBy(() -> transactions.asTenant(other, () -> insert(one)))
                .isInstanceOf(BadSqlGrammarException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void a_tenants_transaction_cannot_be_widened() {
        assertThatThrownBy(() -> transactions.asTenant(one, () -> transactions.asOperator(this::names)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> transactions.asTenant(one, () -> transactions.asTenant(other, this::names)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_operators_transaction_can_be_narrowed_for_a_while() {
        var seen = transactions.asOperator(() -> {
            insert(one);
            insert(other);
            var narrow = transactions.asTenant(one, this::names);
            return List.of(narrow.size(), names().size());
        });

        assertThat(seen).containsExactly(1, 3);
    }

    @Test
    void the_application_cannot_lift_the_protection() {
        for (var attempt : List.of(
                "alter table identity.tenants disable row level security",
                "drop policy own_tenant on identity.tenants",
                "set role hotline_owner",
                "alter role hotline_app bypassrls",
                "truncate identity.tenants",
                "delete from numbers.transitions")) {
            assertThatThrownBy(() ->
                            transactions.asOperator(() -> jdbc.sql(attempt).update()))
                    .as(attempt)
                    .rootCause()
                    .hasMessageMatching("(?s).*(must be owner|permission denied).*");
        }
    }

    @Test
    void a_role_that_owns_tables_is_refused() {
        var access = database.access();
        var careless = new DatabaseAccess(access.url(), access.owner(), access.owner());

        assertThatThrownBy(() -> Database.migrate(careless))
                .isInstanceOf(DatabaseFailedException.class)
                .hasMessageContaining("refusing to start");
    }

    private void insert(TenantId tenant) {
        jdbc.sql("insert into identity.tenants (tenant, name, created_at) values (?, ?, now())")
                .params(tenant.value(), tenant.toString())
                .update();
    }

    private List<String> names() {
        return jdbc.sql("select name from identity.tenants").query(String.class).list();
    }

    private void asOwner(String sql) throws SQLException {
        var access = database.access();
        try (var connection = DriverManager.getConnection(
                        access.url(), access.owner().role(), access.owner().password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
