package org.hotline400.server.charging.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.calls.CallCursor;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.charging.RatedLeg;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The tables `charging.rated_calls` and `charging.rated_legs`, and the cursor. Every method runs in the caller's
/// transaction.
@Repository
public class SettlementRows {
    private final JdbcClient jdbc;
    private final CallCursor cursor;

    public SettlementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cursor = new CallCursor(jdbc, "charging.cursors");
    }

    /// A settled call.
    ///
    /// @param unsecured micro-yuan that the account could not give
    record Row(RatedCall rated, long unsecured) {}

    /// How far calls have been settled, locked; empty while another node settles.
    Optional<CallFeed.Position> lockCursor() {
        return cursor.lock();
    }

    void moveCursor(CallFeed.Position to) {
        cursor.move(to);
    }

    /// All records that can be seen are settled.
    void caughtUp(Instant now) {
        jdbc.sql("update charging.cursors set caught_up_at = ? where reader = 'calls'")
                .param(SqlTime.of(now))
                .update();
    }

    /// All records that could be seen then are settled.
    public Instant caughtUpAt() {
        return jdbc.sql(
                        "select greatest(caught_up_at, to_timestamp(0)) as at from charging.cursors where reader = 'calls'")
                .query((row, _) -> SqlTime.read(row, "at"))
                .single();
    }

    /// Whether a call is going on that began before this moment, or has ended and waits for its record to be written.
    public boolean isOpenBefore(Instant moment) {
        return jdbc.sql("select exists (select from calls.open_calls where started_at < :moment)")
                .param("moment", SqlTime.of(moment))
                .query(Boolean.class)
                .single();
    }

    /// Those of these that were settled, and cost or used something.
    Set<CallId> among(Collection<CallId> calls) {
        return jdbc
                .sql("select call from charging.rated_calls where call = any(:calls)")
                .param("calls", array("uuid", calls, CallId::value))
                .query(UUID.class)
                .list()
                .stream()
                .map(CallId::new)
                .collect(Collectors.toSet());
    }

    /// Writes what calls came to; those that are there stay as they are.
    ///
    /// @return those that were not
    Set<CallId> add(Collection<Row> rows, Instant now) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        var fresh = addCalls(rows, now);
        var legs = rows.stream()
                .filter(row -> fresh.contains(row.rated().call().id()))
                .flatMap(row -> row.rated().legs(row.unsecured()).stream())
                .toList();
        addLegs(legs);
        return fresh;
    }

    private Set<CallId> addCalls(Collection<Row> rows, Instant now) {
        var found = jdbc.sql("""
                        insert into charging.rated_calls
                               (tenant, call, contract, number, started_at, month, cost, held, unsecured, settled_at)
                        select tenant, call, contract, number, started, month, cost, held, unsecured, :now
                          from unnest(:tenants, :calls, :contracts, :numbers, cast(:started as timestamptz[]),
                                      cast(:months as date[]), :costs, :helds, :unsecured)
                               as n (tenant, call, contract, number, started, month, cost, held, unsecured)
                        on conflict (call) do nothing returning call
                        """)
                .param("now", SqlTime.of(now))
                .param(
                        "tenants",
                        array(
                                "uuid",
                                rows,
                                row -> row.rated().contract().tenant().value()))
                .param(
                        "calls",
                        array("uuid", rows, row -> row.rated().call().id().value()))
                .param(
                        "contracts",
                        array(
                                "uuid",
                                rows,
                                row -> row.rated().contract().contract().value()))
                .param("numbers", array("text", rows, row -> row.rated().call().number()))
                .param(
                        "started",
                        array(
                                "text",
                                rows,
                                row -> row.rated().call().times().startedAt().toString()))
                .param("months", array("text", rows, row -> row.rated().month().toString()))
                .param(
                        "costs",
                        array("bigint", rows, row -> row.rated().cost().total().microYuan()))
                .param("helds", array("bigint", rows, row -> row.rated().held()))
                .param("unsecured", array("bigint", rows, Row::unsecured))
                .query(UUID.class)
                .list();
        return found.stream().map(CallId::new).collect(Collectors.toSet());
    }

    private void addLegs(List<RatedLeg> legs) {
        jdbc.sql("""
                insert into charging.rated_legs
                       (tenant, call, leg, contract, number, component, target, from_at, month, seconds, charged,
                        covered, cost, unsecured)
                select * from unnest(:tenants, :calls, :legs, :contracts, :numbers, :components, :targets,
                                     cast(:froms as timestamptz[]), cast(:months as date[]), :seconds, :charged,
                                     :covered, :costs, :unsecured)
                """)
                .param("tenants", array("uuid", legs, leg -> leg.tenant().value()))
                .param("calls", array("uuid", legs, leg -> leg.call().value()))
                .param("legs", array("int", legs, RatedLeg::leg))
                .param("contracts", array("uuid", legs, leg -> leg.contract().value()))
                .param("numbers", array("text", legs, leg -> leg.number().digits()))
                .param("components", array("text", legs, leg -> leg.component().code()))
                .param("targets", array("text", legs, RatedLeg::target))
                .param("froms", array("text", legs, leg -> leg.from().toString()))
                .param("months", array("text", legs, leg -> leg.month().toString()))
                .param("seconds", array("bigint", legs, RatedLeg::seconds))
                .param("charged", array("bigint", legs, RatedLeg::charged))
                .param("covered", array("bigint", legs, RatedLeg::covered))
                .param("costs", array("bigint", legs, leg -> leg.cost().microYuan()))
                .param("unsecured", array("bigint", legs, leg -> leg.unsecured().microYuan()))
                .update();
    }

    private static <T> SqlArrayValue array(String type, Collection<T> all, Function<T, Object> value) {
        return new SqlArrayValue(type, all.stream().map(value).toArray());
    }
}
