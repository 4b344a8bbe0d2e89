package org.hotline400.server.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.LongStream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.audit.AuditReport.Broken;
import org.hotline400.server.identity.audit.AuditReport.Kind;
import org.hotline400.server.identity.internal.AuditRows;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AuditChainTest {
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00.123456789Z");
    private static final UUID PRINCIPAL = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final AuditTrail trail = trail();
    private final TenantId shop = new TenantId(UUID.randomUUID());
    private final TenantId clinic = new TenantId(UUID.randomUUID());

    @BeforeEach
    void twoEnterprises() {
        for (var tenant : List.of(shop, clinic)) {
            transactions.asOperator(() -> {
                database.jdbc()
                        .sql("insert into identity.tenants (tenant, name, created_at) values (?, 'one', now())")
                        .param(tenant.value())
                        .update();
            });
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    /// As another node has it.
    private AuditTrail trail() {
        return new AuditTrail(
                database.transactions(), AuditRows.of(database.jdbc()), Clock.fixed(NOON, ZoneOffset.UTC));
    }

    @Test
    void what_was_written_comes_back_newest_first_and_holds() {
        note(shop, "sign-in", "1");
        note(clinic, "sign-in", "2");
        note(shop, "sign-out", "3");

        var entries = trail.list(shop, AuditQuery.ALL, Optional.empty(), 10).items();

        assertThat(entries).extracting(ChainedEntry::sequence).containsExactly(2L, 1L);
        assertThat(entries).extracting(one -> one.entry().action()).containsExactly("sign-out", "sign-in");
        assertThat(entries.getFirst().at()).isEqualTo(Instant.parse("2026-03-02T04:00:00.123456Z"));
        assertThat(entries.getFirst().entry().address()).isEqualTo("198.51.100.7");
        var report = trail.verify(shop, Optional.empty());
        assertThat(report.broken()).isEmpty();
        assertThat(report.intact()).isEqualTo(2);
        assertThat(report.head())
                .isEqualTo(new AuditHead(shop, 2, entries.getFirst().hash()));
    }

    @Test
    void the_hash_is_what_the_documentation_says() {
        // Computed from docs/audit.md by other means (Python's hashlib).
        var entry = new AuditEntry(new TenantId(new UUID(0, 1)), new UUID(0, 2), "王", "a", "", "200", "192.0.2.1");

        var linked = AuditChain.link(AuditHash.START, 1, Instant.ofEpochSecond(1), entry);

        assertThat(linked.hash().hex()).isEqualTo("e4349661e0d87867d178ead5bb7d1f66f0bb3ceebd7a60cecfc85164bc091c7c");
    }

    @Test
    void a_text_moved_from_one_field_to_the_next_has_another_hash() {
        var one = new AuditEntry(shop, PRINCIPAL, "n", "ab", "c", "", "x");
        var other = new AuditEntry(shop, PRINCIPAL, "n", "a", "bc", "", "x");

        assertThat(AuditChain.link(AuditHash.START, 1, NOON, one).hash())
                .isNotEqualTo(AuditChain.link(AuditHash.START, 1, NOON, other).hash());
    }

    @Test
    void what_a_stranger_sends_is_made_to_fit() {
        note(shop, "a\u0000b\uD800c", "漢".repeat(400));

        var entry = trail.list(shop, AuditQuery.ALL, Optional.empty(), 1)
                .items()
                .getFirst()
                .entry();
        assertThat(entry.action()).isEqualTo("a b c");
        assertThat(entry.subject()).hasSize(300);
        assertThat(trail.verify(shop, Optional.empty()).isIntact()).isTrue();
    }

    @Test
    void an_entry_goes_with_its_change() {
        assertThatThrownBy(() -> transactions.asTenant(shop, (Runnable) () -> {
                    note(shop, "changed", "1");
                    throw new IllegalArgumentException("the change failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(trail.head(shop)).isEqualTo(AuditHead.start(shop));
    }

    @Test
    void filters_and_pages_lead_through_the_trail() {
        for (int i = 1; i <= 5; i++) {
            note(shop, i % 2 == 0 ? "/api/v1/recordings GET" : "/api/v1/lists POST", "s" + i);
        }
        var lists = new AuditQuery(
                Optional.of(NOON.minusSeconds(1)),
                Optional.of(NOON.plusSeconds(1)),
                Optional.of(PRINCIPAL),
                Optional.of("/api/v1/lists"),
                Optional.empty());

        var first = trail.list(shop, lists, Optional.empty(), 2);
        var second = trail.list(shop, lists, first.next().map(Long::valueOf), 2);

        assertThat(first.items()).extracting(one -> one.entry().subject()).containsExactly("s5", "s3");
        assertThat(second.items()).extracting(one -> one.entry().subject()).containsExactly("s1");
        assertThat(second.next()).isEmpty();
        var none = new AuditQuery(
                Optional.empty(),
                Optional.of(NOON.minusSeconds(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertThat(trail.list(shop, none, Optional.empty(), 9).items()).isEmpty();
        var subject = new AuditQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("s2"));
        assertThat(trail.list(shop, subject, Optional.empty(), 9).items()).hasSize(1);
    }

    @Test
    void two_nodes_write_at_once_and_leave_no_gap() throws Exception {
        int each = 60;
        var start = new CountDownLatch(1);
        try (var nodes = Executors.newFixedThreadPool(6)) {
            var work = LongStream.range(0, 6)
                    .mapToObj(node -> nodes.submit(() -> {
                        var own = trail();
                        start.await();
                        for (int i = 0; i < each; i++) {
                            own.note(entry(node % 2 == 0 ? shop : clinic, "node " + node, "" + i));
                        }
                        return node;
                    }))
                    .toList();
            start.countDown();
            for (var one : work) {
                one.get();
            }
        }
        for (var tenant : List.of(shop, clinic)) {
            var report = trail.verify(tenant, Optional.empty());
            assertThat(report.broken()).isEmpty();
            assertThat(report.intact()).isEqualTo(3L * each);
        }
    }

    @Test
    void neither_the_application_nor_the_owner_changes_an_entry() throws SQLException {
        note(shop, "sign-in", "1");
        for (var attempt : List.of(
                "update identity.audit_entries set detail = 'nothing'",
                "delete from identity.audit_entries",
                "truncate identity.audit_entries",
                "delete from identity.audit_heads",
                "update identity.audit_heads set sequence = 0",
                "update identity.audit_heads set sequence = sequence + 2")) {
            assertThatThrownBy(() -> transactions.asOperator(
                            () -> database.jdbc().sql(attempt).update()))
                    .as("the application: " + attempt)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|append-only|moves on by one).*");
            try (var owner = owner()) {
                assertThatThrownBy(() -> execute(owner, attempt))
                        .as("the owner: " + attempt)
                        .isInstanceOf(SQLException.class)
                        .hasMessageMatching("(?s).*(append-only|moves on by one).*");
            }
        }
        assertThat(trail.verify(shop, Optional.empty()).isIntact()).isTrue();
    }

    @Test
    void a_row_changed_behind_our_back_is_found() throws SQLException {
        noteSome();

        behindOurBack("update identity.audit_entries set detail = '200' where sequence = 3");

        assertThat(trail.verify(shop, Optional.empty()).broken()).contains(new Broken(3, Kind.CHANGED));
        assertThat(trail.verify(shop, Optional.empty()).intact()).isEqualTo(2);
    }

    @Test
    void a_row_taken_out_is_found() throws SQLException {
        noteSome();

        behindOurBack("delete from identity.audit_entries where sequence = 2");

        assertThat(trail.verify(shop, Optional.empty()).broken()).contains(new Broken(2, Kind.MISSING));
    }

    @Test
    void a_tail_cut_off_is_found() throws SQLException {
        noteSome();

        behindOurBack("delete from identity.audit_entries where sequence > 3");

        assertThat(trail.verify(shop, Optional.empty()).broken()).contains(new Broken(4, Kind.CUT_OFF));
    }

    @Test
    void a_tail_cut_off_with_its_head_is_found_by_a_head_that_was_written_down() throws SQLException {
        noteSome();
        var published = trail.head(shop);

        behindOurBack("delete from identity.audit_entries where sequence > 3");
        behindOurBack("update identity.audit_heads h set sequence = 3, hash ="
                + " (select hash from identity.audit_entries e where e.tenant = h.tenant and e.sequence = 3)");

        assertThat(trail.verify(shop, Optional.empty()).isIntact())
                .as("by itself it holds")
                .isTrue();
        assertThat(trail.verify(shop, Optional.of(published)).broken()).contains(new Broken(4, Kind.NOT_AS_PUBLISHED));
    }

    @Test
    void a_chain_written_anew_is_found_by_a_head_that_was_written_down() throws SQLException {
        noteSome();
        var published = trail.head(shop);
        behindOurBack("delete from identity.audit_entries");
        behindOurBack("delete from identity.audit_heads");

        for (int i = 1; i <= 6; i++) {
            note(shop, "harmless", "s" + i);
        }

        assertThat(trail.verify(shop, Optional.empty()).isIntact()).isTrue();
        assertThat(trail.verify(shop, Optional.of(published)).broken()).contains(new Broken(5, Kind.NOT_AS_PUBLISHED));
    }

    @Test
    void a_chain_without_its_head_is_found() throws SQLException {
        noteSome();

        behindOurBack("delete from identity.audit_heads");

        assertThat(trail.verify(shop, Optional.empty()).broken()).contains(new Broken(5, Kind.HEAD));
        try (var inspection = AuditInspection.of(database.access())) {
            assertThat(inspection.heads()).containsExactly(AuditHead.start(shop));
        }
    }

    @Test
    void a_head_is_one_line_of_text_and_back() {
        var head = new AuditHead(shop, 7, new AuditHash("ab".repeat(32)));

        assertThat(AuditHead.parse(head.text())).isEqualTo(head);
        assertThatThrownBy(() -> AuditHead.parse("7 " + head.hash())).isInstanceOf(IllegalArgumentException.class);
    }

    private void noteSome() {
        for (int i = 1; i <= 5; i++) {
            note(shop, "did", "s" + i);
        }
    }

    private void note(TenantId tenant, String action, String subject) {
        trail.note(entry(tenant, action, subject));
    }

    private static AuditEntry entry(TenantId tenant, String action, String subject) {
        return new AuditEntry(tenant, PRINCIPAL, "Mrs Wang", action, subject, "201", "198.51.100.7");
    }

    /// As whoever may switch triggers off.
    private void behindOurBack(String sql) throws SQLException {
        try (var connection = owner()) {
            execute(connection, "alter table identity.audit_entries disable trigger user");
            execute(connection, "alter table identity.audit_heads disable trigger user");
            execute(connection, sql);
            execute(connection, "alter table identity.audit_entries enable trigger user");
            execute(connection, "alter table identity.audit_heads enable trigger user");
        }
    }

    private Connection owner() throws SQLException {
        var access = database.access();
        var connection = DriverManager.getConnection(
                access.url(), access.owner().role(), access.owner().password());
        execute(connection, "set hotline.tenant = '*'");
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
