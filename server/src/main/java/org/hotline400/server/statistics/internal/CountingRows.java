package org.hotline400.server.statistics.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hotline400.server.calls.CallCursor;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.regions.Region;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// Writes what is counted. Every method runs in the caller's transaction, which acts for the operator.
@Repository
class CountingRows {
    private final JdbcClient jdbc;
    private final CallCursor cursor;

    CountingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cursor = new CallCursor(jdbc, "statistics.cursors");
    }

    /// How far calls have been counted, locked; empty while another node counts.
    Optional<CallFeed.Position> lockCursor() {
        return cursor.lock();
    }

    void moveCursor(CallFeed.Position to) {
        cursor.move(to);
    }

    /// Learns how places are called.
    void name(Collection<Region> regions) {
        var known = new LinkedHashMap<String, Region>();
        regions.stream()
                .filter(region -> region.adcode().matches("[1-9][0-9]{5}"))
                .forEach(region -> known.put(region.adcode(), region));
        if (known.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into statistics.places (adcode, province, city)
                select * from unnest(:adcodes, :provinces, :cities) as n (adcode, province, city)
                on conflict (adcode) do update set province = excluded.province, city = excluded.city
                 where places.province <> excluded.province or places.city <> excluded.city
                """)
                .param("adcodes", array("int", known.values(), region -> Integer.valueOf(region.adcode())))
                .param("provinces", array("text", known.values(), Region::province))
                .param("cities", array("text", known.values(), Region::city))
                .update();
    }

    /// Writes calls; those that are there stay as they are.
    void add(List<CountedCall> calls) {
        jdbc.sql("""
                insert into statistics.calls
                       (tenant, call, started_at, hour, adcode, wait_ms, talk_ms, outcome, number, caller, end_reason)
                select tenant, call, started, hour, adcode, wait, talk, outcome, number, caller, reason
                  from unnest(:tenants, :calls, cast(:started as timestamptz[]), :hours, :adcodes, :waits, :talks,
                              cast(:outcomes as smallint[]), :numbers, :callers, :reasons)
                       as n (tenant, call, started, hour, adcode, wait, talk, outcome, number, caller, reason)
                on conflict (tenant, call) do nothing
                """)
                .param("tenants", array("uuid", calls, call -> call.tenant().value()))
                .param("calls", array("uuid", calls, call -> call.call().value()))
                .param("started", array("text", calls, call -> call.startedAt().toString()))
                .param("hours", array("int", calls, CountedCall::hour))
                .param("adcodes", array("int", calls, CountedCall::adcode))
                .param("waits", array("int", calls, CountedCall::waited))
                .param("talks", array("int", calls, CountedCall::talked))
                .param("outcomes", array("int", calls, call -> call.outcome().code()))
                .param("numbers", array("text", calls, CountedCall::number))
                .param("callers", array("text", calls, CountedCall::caller))
                .param("reasons", array("text", calls, CountedCall::endReason))
                .update();
        addTurns(calls);
    }

    private record Taken(CountedCall call, int turn, Turn what) {}

    private void addTurns(List<CountedCall> calls) {
        var taken = calls.stream()
                .flatMap(call -> IntStream.range(0, call.turns().size())
                        .mapToObj(turn -> new Taken(call, turn, call.turns().get(turn))))
                .toList();
        if (taken.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into statistics.turns (tenant, call, turn, hour, number, step, kind, key, next)
                select tenant, call, turn, hour, number, step, kind, key, next
                  from unnest(:tenants, :calls, :turns, :hours, :numbers, :steps, cast(:kinds as smallint[]), :keys,
                              :nexts) as n (tenant, call, turn, hour, number, step, kind, key, next)
                on conflict (tenant, call, turn) do nothing
                """)
                .param(
                        "tenants",
                        array("uuid", taken, one -> one.call().tenant().value()))
                .param("calls", array("uuid", taken, one -> one.call().call().value()))
                .param("turns", array("int", taken, Taken::turn))
                .param("hours", array("int", taken, one -> one.call().hour()))
                .param("numbers", array("text", taken, one -> one.call().number()))
                .param("steps", array("text", taken, one -> one.what().step()))
                .param("kinds", array("int", taken, one -> one.what().kind().code()))
                .param("keys", array("text", taken, one -> one.what().key()))
                .param("nexts", array("text", taken, one -> one.what().next()))
                .update();
    }

    private static <T> SqlArrayValue array(String type, Collection<T> all, Function<T, Object> value) {
        return new SqlArrayValue(type, all.stream().map(value).toArray());
    }
}
