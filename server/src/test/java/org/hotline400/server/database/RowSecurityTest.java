package org.hotline400.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.NestedExceptionUtils;
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

    /// Tables that belong to the platform as a whole, with the reason why no tenant may read another's rows there.
    private static final Map<String, String> PLATFORM = Map.ofEntries(
            Map.entry("billing.months", "how far the platform has billed"),
            Map.entry("billing.series", "the last number of bills and credit notes"),
            Map.entry("calls.nodes", "the platform's own machines"),
            Map.entry("charging.cursors", "how far the platform has settled"),
            Map.entry("holidays.days", "the state's calendar"),
            Map.entry("holidays.years", "the state's calendar"),
            Map.entry("identity.sign_in_failures", "hashes of names that are tried, whosever they are"),
            Map.entry("identity.sign_ups", "of those who have no tenant yet; found by the hash of a mailed token only"),
            Map.entry("kernel.event_publication", "events on their way; read by the platform's code only"),
            Map.entry("kernel.flyway_schema_history", "the owner's; the application has no grant"),
            Map.entry("ledger.check_results", "whether the books are right, all of them"),
            Map.entry("ledger.check_runs", "whether the books are right, all of them"),
            Map.entry("ledger.platform_accounts", "names of the operator's own accounts"),
            Map.entry("notifications.cursors", "how far the platform has read"),
            Map.entry("regions.overrides", "where numbers are at home: the operator's"),
            Map.entry("regions.segment_imports", "where numbers are at home: the operator's"),
            Map.entry("statistics.cursors", "how far the platform has counted"),
            Map.entry("statistics.places", "how provinces and cities are called"),
            Map.entry("tariffs.editions", "the operator's packages, for everybody"),
            Map.entry("telephony.trunks", "the operator's lines to carriers"),
            Map.entry("vault.platform_keys", "the platform's own keys, wrapped"),
            Map.entry("vault.sealed_columns", "names of columns"));

    private static final String OURS = """
            c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
            and n.nspname not like 'pg\\_temp%'
            """;

    private static final String HAS_TENANT =
            "exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped)";

    private static final String TABLES =
            "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS;

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
    void a_table_without_a_tenant_is_the_platforms_and_says_why() {
        var without =
                jdbc.sql(TABLES + " and not " + HAS_TENANT).query(String.class).list();

        assertThat(without)
                .as("tables without a column tenant: give them one, or a line with the reason in PLATFORM")
                .containsExactlyInAnyOrderElementsOf(PLATFORM.keySet());
    }

    @Test
    void the_one_policy_of_every_table_lets_in_the_own_tenant_and_the_operator() {
        var others = jdbc.sql("""
                        select p.polrelid::regclass || ' ' || p.polname from pg_policy p
                         where p.polname <> 'own_tenant' or p.polcmd <> '*' or not p.polpermissive
                            or p.polroles <> array[0::oid] or p.polwithcheck is not null
                            or pg_get_expr(p.polqual, p.polrelid)
                               <> '((tenant = ( SELECT kernel.current_tenant() AS current_tenant)) OR ( SELECT'
                                  || ' kernel.acts_for_everybody() AS acts_for_everybody))'
                        """).query(String.class).list();

        assertThat(others)
                .as("who gave a number away sees that he did, a reseller what he took in")
                .containsExactlyInAnyOrder("numbers.transitions previous_tenant", "enrolment.applications own_intake");
    }

    @Test
    void the_role_of_the_application_cannot_get_round_it() {
        var stronger = jdbc.sql("""
                        select rolname from pg_roles
                         where (rolsuper or rolbypassrls or rolcreaterole or rolname = 'hotline_owner')
                           and pg_has_role('hotline_app', oid, 'member')
                        """).query(String.class).list();
        var owned = jdbc.sql(TABLES + " and pg_has_role('hotline_app', c.relowner, 'member')")
                .query(String.class)
                .list();

        assertThat(stronger).isEmpty();
        assertThat(owned).isEmpty();
    }

    /// Row security comes before the columns' constraints, so a row of nothing but its tenant does.
    @Test
    void no_table_takes_a_row_for_another_tenant() {
        transactions.asOperator(() -> {
            insert(one);
            insert(other);
        });
        var tables = jdbc.sql(TABLES + " and " + HAS_TENANT).query(String.class).list();

        assertThat(tables).hasSizeGreaterThan(20);
        for (var table : tables) {
            assertThat(refusal(other, table))
                    .as(table + ", for another")
                    .matches("(?s).*(row-level security|permission denied).*");
            assertThat(refusal(one, table)).as(table + ", for oneself").doesNotContain("row-level security");
        }
    }

    private String refusal(TenantId acting, String table) {
        try {
            transactions.asTenant(acting, (Runnable) () -> {
                jdbc.sql("insert into " + table + " (tenant) values (?)")
                        .param(one.value())
                        .update();
                throw new IllegalStateException("taken");
            });
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(NestedExceptionUtils.getMostSpecificCause(e).getMessage());
        }
    }

    @Test
    void another_tenants_rows_are_neither_read_nor_changed() {
        transactions.asOperator(() -> {
            insert(one);
            insert(other);
            return jdbc.sql(
                            "insert into identity.principals (id, tenant, name, created_at) values (?, ?, 'one', now())")
                    .params(UUID.randomUUID(), one.value())
                    .update();
        });
        for (var table : List.of("identity.tenants", "identity.principals")) {
            var theirs = " where tenant = '" + one + "'";
            assertThat(transactions.<Integer>asTenant(
                            other,
                            () -> jdbc.sql("select * from " + table + theirs)
                                    .query()
                                    .listOfRows()
                                    .size()))
                    .isZero();
            assertThat(transactions.<Integer>asTenant(
                            other,
                            () -> jdbc.sql("update " + table + " set name = 'stolen'" + theirs)
                                    .update()))
                    .isZero();
            assertThatThrownBy(() -> transactions.asTenant(
                            one,
                            () -> jdbc.sql("update " + table + " set tenant = '" + other + "'" + theirs)
                                    .update()))
                    .rootCause()
                    .hasMessageMatching("(?s).*(row-level security|duplicate key|foreign key).*");
        }
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
