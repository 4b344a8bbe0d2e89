package org.hotline400.server.charging.internal;

import java.sql.Array;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The table `charging.suspensions`. Every method runs in the caller's transaction.
@Repository
public class SuspensionRows {
    private final JdbcClient jdbc;

    public SuspensionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The numbers of a customer that we suspended; locked.
    Optional<List<HotlineNumber>> lock(TenantId tenant) {
        return jdbc.sql("select numbers from charging.suspensions where tenant = :tenant for update")
                .param("tenant", tenant.value())
                .query((row, _) -> numbers(row.getArray("numbers")))
                .optional();
    }

    private static List<HotlineNumber> numbers(Array array) throws java.sql.SQLException {
        return Arrays.stream((String[]) array.getArray())
                .map(HotlineNumber::new)
                .toList();
    }

    /// Customers whose numbers are suspended, in the order of their ids.
    ///
    /// @param after start behind this one
    List<TenantId> tenants(Optional<TenantId> after, int most) {
        return jdbc
                .sql("select tenant from charging.suspensions"
                        + " where cast(:after as uuid) is null or tenant > :after order by tenant limit :most")
                .param("after", after.map(TenantId::value).orElse(null))
                .param("most", most)
                .query(UUID.class)
                .list()
                .stream()
                .map(TenantId::new)
                .toList();
    }

    public Optional<Instant> since(TenantId tenant) {
        return jdbc.sql("select since from charging.suspensions where tenant = :tenant")
                .param("tenant", tenant.value())
                .query((row, _) -> SqlTime.read(row, "since"))
                .optional();
    }

    /// Adds to those that are there.
    void add(TenantId tenant, Collection<HotlineNumber> numbers, Instant now) {
        jdbc.sql("""
                insert into charging.suspensions as s (tenant, since, numbers) values (:tenant, :now, :numbers)
                on conflict (tenant) do update set numbers = s.numbers || excluded.numbers
                """)
                .param("tenant", tenant.value())
                .param("now", SqlTime.of(now))
                .param(
                        "numbers",
                        new SqlArrayValue(
                                "text",
                                numbers.stream().map(HotlineNumber::digits).toArray()))
                .update();
    }

    /// Only these are still suspended.
    void keep(TenantId tenant, Collection<HotlineNumber> numbers) {
        jdbc.sql(
                        numbers.isEmpty()
                                ? "delete from charging.suspensions where tenant = :tenant"
                                : "update charging.suspensions set numbers = :numbers where tenant = :tenant")
                .param("tenant", tenant.value())
                .param(
                        "numbers",
                        new SqlArrayValue(
                                "text",
                                numbers.stream().map(HotlineNumber::digits).toArray()))
                .update();
    }

    /// Whether the transaction acts for everybody, so that it may change numbers.
    boolean actsForEverybody() {
        return jdbc.sql("select kernel.acts_for_everybody()")
                .query(Boolean.class)
                .single();
    }
}
