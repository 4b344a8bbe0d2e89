package org.hotline400.server.tariffs.entitlements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The rows of options. Every method runs in the caller's transaction.
@Component
class OptionRows {
    private static final String SELECT = "select contract, feature, price, starts, ends from tariffs.options ";
    private static final String OLDEST_FIRST = " order by starts, id";

    private final JdbcClient jdbc;

    OptionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lets nobody else change this contract's options until the transaction ends.
    void lock(ContractId contract) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('tariffs.options' || ?, 0))")
                .param(contract.toString())
                .query((row, index) -> index)
                .single();
    }

    List<BoughtOption> of(ContractId contract) {
        return jdbc.sql(SELECT + "where contract = ?" + OLDEST_FIRST)
                .param(contract.value())
                .query(OptionRows::option)
                .list();
    }

    /// Those that hold on this day or later, of all contracts.
    List<BoughtOption> holding(LocalDate day) {
        return jdbc.sql(SELECT + "where ends is null or ends > ?" + OLDEST_FIRST)
                .param(day)
                .query(OptionRows::option)
                .list();
    }

    Optional<BoughtOption> boughtBy(ContractId contract, String key) {
        return jdbc.sql(SELECT + "where contract = ? and bought_key = ?")
                .params(contract.value(), key)
                .query(OptionRows::option)
                .optional();
    }

    Optional<BoughtOption> droppedBy(ContractId contract, String key) {
        return jdbc.sql(SELECT + "where contract = ? and dropped_key = ?")
                .params(contract.value(), key)
                .query(OptionRows::option)
                .optional();
    }

    void add(TenantId tenant, BoughtOption option, OptionOrder.By by) {
        jdbc.sql("insert into tariffs.options (tenant, id, contract, feature, price, starts, bought_by, bought_at,"
                        + " bought_key) values (:tenant, :id, :contract, :feature, :price, :starts, :by, :at, :key)")
                .param("tenant", tenant.value())
                .param("id", Ids.next())
                .param("contract", option.contract().value())
                .param("feature", option.feature().code())
                .param("price", option.pricePerMonth().microYuan())
                .param("starts", option.from())
                .param("by", by.name())
                .param("at", SqlTime.of(by.at()))
                .param("key", by.key().orElse(null))
                .update();
    }

    /// Ends the one that runs, because somebody dropped it.
    void drop(BoughtOption running, LocalDate ends, OptionOrder.By by) {
        jdbc.sql("update tariffs.options set ends = :ends, dropped_by = :by, dropped_at = :at, dropped_key = :key"
                        + " where contract = :contract and feature = :feature and ends is null")
                .param("ends", ends)
                .param("by", by.name())
                .param("at", SqlTime.of(by.at()))
                .param("key", by.key().orElse(null))
                .param("contract", running.contract().value())
                .param("feature", running.feature().code())
                .update();
    }

    /// Ends one earlier than it says, because of what became of its contract.
    void cut(BoughtOption option, LocalDate ends) {
        jdbc.sql("update tariffs.options set ends = :ends where contract = :contract and feature = :feature"
                        + " and starts = :starts and (ends is null or ends > :ends)")
                .param("ends", ends)
                .param("contract", option.contract().value())
                .param("feature", option.feature().code())
                .param("starts", option.from())
                .update();
    }

    private static BoughtOption option(ResultSet row, int index) throws SQLException {
        return new BoughtOption(
                new ContractId(row.getObject("contract", UUID.class)),
                Feature.of(row.getString("feature")),
                new Money(row.getLong("price")),
                row.getObject("starts", LocalDate.class),
                Optional.ofNullable(row.getObject("ends", LocalDate.class)));
    }
}
