package org.hotline400.server.charging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.charging.internal.SettlementRows;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/// What calls came to. Every method runs in the caller's transaction and sees what that may see.
@Service
public class RatedCalls {
    private static final String COLUMNS = "tenant, call, leg, contract, number, component, target, from_at, month,"
            + " seconds, charged, covered, cost, unsecured";

    private final JdbcClient jdbc;
    private final SettlementRows settlements;

    public RatedCalls(JdbcClient jdbc, SettlementRows settlements) {
        this.jdbc = jdbc;
        this.settlements = settlements;
    }

    /// A month's sum of a component.
    ///
    /// @param charged seconds in whole increments
    /// @param covered of them, by bundled minutes
    public record Total(ContractId contract, Component component, long legs, long charged, long covered, Money cost) {}

    /// A place in the list of legs.
    public record Position(CallId call, int leg) {}

    /// Of some contracts in one month, in no order; what was not used is not there.
    ///
    /// @param month its first day
    public List<Total> totals(Collection<ContractId> contracts, LocalDate month) {
        return jdbc.sql("""
                        select contract, component, legs, charged, covered, cost
                          from charging.usage where contract = any(:contracts) and month = :month
                        """)
                .param("contracts", ids(contracts.stream().map(ContractId::value)))
                .param("month", month)
                .query((row, _) -> new Total(
                        new ContractId(row.getObject("contract", UUID.class)),
                        Component.of(row.getString("component")),
                        row.getLong("legs"),
                        row.getLong("charged"),
                        row.getLong("covered"),
                        new Money(row.getLong("cost"))))
                .list();
    }

    /// The legs of these calls, in the order of call and leg.
    public List<RatedLeg> legs(Collection<CallId> calls) {
        return jdbc.sql("select " + COLUMNS + " from charging.rated_legs where call = any(:calls) order by call, leg")
                .param("calls", ids(calls.stream().map(CallId::value)))
                .query((row, _) -> read(row))
                .list();
    }

    /// A month's legs, the oldest call first.
    ///
    /// @param tenant only this one's; empty: all that the transaction sees
    /// @param month its first day
    /// @param after start behind this one
    public List<RatedLeg> list(Optional<TenantId> tenant, LocalDate month, Optional<Position> after, int most) {
        return jdbc.sql("select " + COLUMNS + """
                         from charging.rated_legs
                        where month = :month and (cast(:tenant as uuid) is null or tenant = :tenant)
                          and (cast(:call as uuid) is null or (call, leg) > (:call, :leg))
                        order by call, leg limit :most
                        """)
                .param("month", month)
                .param("tenant", tenant.map(TenantId::value).orElse(null))
                .param("call", after.map(at -> at.call().value()).orElse(null))
                .param("leg", after.map(Position::leg).orElse(0))
                .param("most", most)
                .query((row, _) -> read(row))
                .list();
    }

    /// Everything that had ended by then, and whose record was written, is settled.
    public Instant settledUntil() {
        return settlements.caughtUpAt();
    }

    private static SqlArrayValue ids(java.util.stream.Stream<UUID> ids) {
        return new SqlArrayValue("uuid", ids.toArray());
    }

    private static RatedLeg read(ResultSet row) throws SQLException {
        return new RatedLeg(
                new CallId(row.getObject("call", UUID.class)),
                row.getInt("leg"),
                new TenantId(row.getObject("tenant", UUID.class)),
                new ContractId(row.getObject("contract", UUID.class)),
                new HotlineNumber(row.getString("number")),
                Component.of(row.getString("component")),
                row.getString("target"),
                SqlTime.read(row, "from_at"),
                row.getObject("month", LocalDate.class),
                row.getLong("seconds"),
                row.getLong("charged"),
                row.getLong("covered"),
                new Money(row.getLong("cost")),
                new Money(row.getLong("unsecured")));
    }
}
