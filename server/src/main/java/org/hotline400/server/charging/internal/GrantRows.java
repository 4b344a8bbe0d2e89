package org.hotline400.server.charging.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The table `charging.grants`. Every method runs in the caller's transaction.
@Repository
public class GrantRows {
    private static final String COLUMNS =
            "tenant, contract, month, account, seconds, revision, usable_from, usable_until";

    private final JdbcClient jdbc;

    public GrantRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The bundled seconds of a month.
    ///
    /// @param seconds that were granted in all
    /// @param revision counts the changes of it
    public record Row(
            TenantId tenant,
            ContractId contract,
            YearMonth month,
            AccountId account,
            long seconds,
            int revision,
            Instant from,
            Instant until) {
        Row granting(long other) {
            return new Row(tenant, contract, month, account, other, revision + 1, from, until);
        }

        Bundle bundle() {
            return new Bundle(account, from, until, 0);
        }
    }

    /// Locked, so that one after the other changes it.
    Optional<Row> lock(ContractId contract, YearMonth month) {
        return jdbc.sql("select " + COLUMNS
                        + " from charging.grants where contract = :contract and month = :month for update")
                .param("contract", contract.value())
                .param("month", month.atDay(1))
                .query((row, _) -> read(row))
                .optional();
    }

    /// Those that are there stay as they are.
    ///
    /// @return whose were not
    Set<ContractId> add(List<Row> all) {
        return jdbc
                .sql("""
                        insert into charging.grants
                               (tenant, contract, month, account, seconds, revision, usable_from, usable_until)
                        select tenant, contract, month, account, seconds, revision, since, until
                          from unnest(:tenants, :contracts, cast(:months as date[]), :accounts, :seconds, :revisions,
                                      cast(:froms as timestamptz[]), cast(:untils as timestamptz[]))
                               as n (tenant, contract, month, account, seconds, revision, since, until)
                         order by contract, month
                        on conflict (contract, month) do nothing returning contract
                        """)
                .param("tenants", array("uuid", all, row -> row.tenant().value()))
                .param("contracts", array("uuid", all, row -> row.contract().value()))
                .param("months", array("text", all, row -> row.month().atDay(1).toString()))
                .param("accounts", array("uuid", all, row -> row.account().value()))
                .param("seconds", array("bigint", all, Row::seconds))
                .param("revisions", array("int", all, Row::revision))
                .param("froms", array("text", all, row -> row.from().toString()))
                .param("untils", array("text", all, row -> row.until().toString()))
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .collect(Collectors.toSet());
    }

    private static SqlArrayValue array(String type, List<Row> all, Function<Row, Object> value) {
        return new SqlArrayValue(type, all.stream().map(value).toArray());
    }

    void change(Row row) {
        jdbc.sql("""
                update charging.grants set seconds = :seconds, revision = :revision
                 where contract = :contract and month = :month
                """)
                .param("seconds", row.seconds())
                .param("revision", row.revision())
                .param("contract", row.contract().value())
                .param("month", row.month().atDay(1))
                .update();
    }

    /// Those that can be used from then on, or could.
    List<Row> usableAfter(Instant moment) {
        return jdbc.sql("select " + COLUMNS + " from charging.grants where usable_until > :moment")
                .param("moment", SqlTime.of(moment))
                .query((row, _) -> read(row))
                .list();
    }

    /// Those of a customer that can be used at a moment.
    public List<Row> usable(TenantId tenant, Instant moment) {
        return jdbc.sql("select " + COLUMNS + " from charging.grants where tenant = :tenant and usable_from <= :moment"
                        + " and usable_until > :moment")
                .param("tenant", tenant.value())
                .param("moment", SqlTime.of(moment))
                .query((row, _) -> read(row))
                .list();
    }

    List<Row> ofAccounts(Collection<AccountId> accounts) {
        return jdbc.sql("select " + COLUMNS + " from charging.grants where account = any(:accounts)")
                .param(
                        "accounts",
                        new SqlArrayValue(
                                "uuid", accounts.stream().map(AccountId::value).toArray()))
                .query((row, _) -> read(row))
                .list();
    }

    /// Those of these contracts whose month was opened.
    Set<ContractId> granted(Collection<ContractId> contracts, YearMonth month) {
        return jdbc
                .sql("select contract from charging.grants where contract = any(:contracts) and month = :month")
                .param(
                        "contracts",
                        new SqlArrayValue(
                                "uuid",
                                contracts.stream().map(ContractId::value).toArray()))
                .param("month", month.atDay(1))
                .query(UUID.class)
                .list()
                .stream()
                .map(ContractId::new)
                .collect(Collectors.toSet());
    }

    /// Those that nobody has closed, although they were over by then; locked, others' left out.
    List<Row> lockOver(Instant by, int most) {
        return jdbc.sql("select " + COLUMNS + " from charging.grants where closed_at is null and usable_until <= :by"
                        + " order by usable_until limit :most for update skip locked")
                .param("by", SqlTime.of(by))
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    void close(Row row, Instant now) {
        jdbc.sql("update charging.grants set closed_at = :now where contract = :contract and month = :month")
                .param("now", SqlTime.of(now))
                .param("contract", row.contract().value())
                .param("month", row.month().atDay(1))
                .update();
    }

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new TenantId(row.getObject("tenant", UUID.class)),
                new ContractId(row.getObject("contract", UUID.class)),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                new AccountId(row.getObject("account", UUID.class)),
                row.getLong("seconds"),
                row.getInt("revision"),
                SqlTime.read(row, "usable_from"),
                SqlTime.read(row, "usable_until"));
    }
}
