package org.hotline400.server.tariffs.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationVersion;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.database.internal.Migrations;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// A database of the release that kept contracts with their applications, migrated to this one.
class ContractsOfFormerReleasesTest {
    private static final MigrationVersion BEFORE = MigrationVersion.fromVersion("202611270304");
    private static final HotlineNumber NUMBER = new HotlineNumber("4009990005");

    private final DatabaseAccess access = TestDatabase.empty();
    private final DataSource source = new DriverManagerDataSource(
            access.url(), access.app().role(), access.app().password());
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final Transactions transactions = new Transactions(new JdbcTransactionManager(source), jdbc);
    private final UUID first = tenant(1);
    private final UUID second = tenant(2);

    private static UUID tenant(int last) {
        return new UUID(7, last);
    }

    @Test
    void they_keep_what_was_agreed_and_one_of_a_number_runs() {
        Migrations.runTo(access, BEFORE);
        transactions.asOperator(() -> {
            keep(first, 12, "2026-02-01");
            keep(second, 24, "2026-08-15");
            jdbc.sql("insert into numbers.hotline_numbers (number, tenant, status, since)"
                            + " values (?, ?, 'active', now())")
                    .params(NUMBER.digits(), second)
                    .update();
        });

        Migrations.run(access);

        var clock = new WallClock("2026-11-27T04:00:00Z");
        var rows = new ContractRows(jdbc, new Tariffs(clock));
        var left =
                transactions.asOperator(() -> rows.find(new ContractId(first))).orElseThrow();
        var runs =
                transactions.asOperator(() -> rows.find(new ContractId(second))).orElseThrow();
        assertThat(left.ends()).contains(LocalDate.of(2026, 8, 15));
        assertThat(left.spans().getFirst().rentPerMonth()).hasToString("160.00");
        assertThat(runs.ends()).isEmpty();
        assertThat(runs.tenant().value()).isEqualTo(second);
        assertThat(runs.paidUntil()).isEqualTo("2026-10-15");
        assertThat(runs.boundUntil()).isEqualTo("2028-08-15");
        assertThat(runs.spans().getFirst().rentPerMonth()).hasToString("150.00");
        assertThat(runs.spans().getFirst().termMonths()).isEqualTo(24);
        assertThat(runs.spans().getLast().rentPerMonth()).hasToString("200.00");
        assertThat(transactions.asOperator(() -> rows.running(NUMBER, LocalDate.of(2026, 11, 27))))
                .contains(new ContractId(second));
    }

    /// A standard package, two months of it paid; ids of tenant, application and payment are the same here.
    private void keep(UUID id, int term, String starts) {
        long rent = 2 * 200_000_000L * (term == 12 ? 80 : 75) / 100;
        jdbc.sql("insert into identity.tenants (tenant, name, created_at) values (?, 'Shop', now())")
                .param(id)
                .update();
        jdbc.sql("insert into enrolment.applications (id, tenant, version, state, channel, authors, policy, form,"
                        + " documents, findings, approvals, created_at) values (?, ?, 1, 'live', 'online', '{}',"
                        + " 'before-review', '{}', '{}', '[]', '{}', now())")
                .params(id, id)
                .update();
        jdbc.sql("insert into enrolment.payments (tenant, id, application, reference, state, number, class, listed_fee,"
                        + " set_up_fee, tariff, tariff_version, term_months, rent_months, rent, received, refunded,"
                        + " created_at) values (:id, :id, :id, :reference, 'paid', :number, 'ordinary', 0, 0,"
                        + " 'standard', 1, :term, 2, :rent, 0, 0, now())")
                .param("id", id)
                .param("reference", "HL000000000" + id.getLeastSignificantBits())
                .param("number", NUMBER.digits())
                .param("term", term)
                .param("rent", rent)
                .update();
        var day = LocalDate.parse(starts);
        jdbc.sql("insert into enrolment.contracts (tenant, application, number, tariff, tariff_version, term_months,"
                        + " starts, bound_until, paid_until, created_at) values (:id, :id, :number, 'standard', 1, :term,"
                        + " :starts, :bound, :paid, now())")
                .param("id", id)
                .param("number", NUMBER.digits())
                .param("term", term)
                .param("starts", day)
                .param("bound", day.plusMonths(term))
                .param("paid", day.plusMonths(2))
                .update();
    }
}
