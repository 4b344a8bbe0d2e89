package org.hotline400.server.calls.internal;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hotline400.server.calls.CallFilter;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.CallId;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The table `calls.call_records`. Every method runs in the caller's transaction.
@Repository
public class CallRecordRows {
    private static final String COLUMNS = "tenant, id, number, caller, caller_kind, started_at, platform_answered_at,"
            + " ring_at, target_answered_at, ended_at, ring_ms, talk_ms, end_reason, hangup_side, plan_version, node,"
            + " document";
    private static final int COLUMN_COUNT = 17;
    private static final String STAGING = """
            create temporary table if not exists call_record_intake (
                tenant uuid, id uuid, number text, caller text, caller_kind text, started_at timestamptz,
                platform_answered_at timestamptz, ring_at timestamptz, target_answered_at timestamptz,
                ended_at timestamptz, ring_ms bigint, talk_ms bigint, end_reason text, hangup_side text,
                plan_version int, node uuid, document jsonb) on commit delete rows
            """;
    private static final String OPEN_STAGING = """
            create temporary table if not exists open_call_intake (
                tenant uuid, id uuid, started_at timestamptz, document jsonb) on commit delete rows
            """;

    private final JdbcTemplate jdbc;

    public CallRecordRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /// What became of records.
    ///
    /// @param fresh how many were not there before
    /// @param isVerbatim whether PostgreSQL took all their text as it is
    public record Inserted(int fresh, boolean isVerbatim) {}

    /// Writes records; those that are there already stay as they are.
    public Inserted insert(Collection<CallRecord> calls) {
        if (calls.isEmpty()) {
            return new Inserted(0, true);
        }
        jdbc.execute(STAGING);
        boolean isVerbatim = stage("call_record_intake (" + COLUMNS + ")", COLUMN_COUNT, calls, CallRecordRows::put);
        int fresh = jdbc.update("insert into calls.call_records (" + COLUMNS + ") select " + COLUMNS
                + " from call_record_intake on conflict (tenant, id) do nothing");
        return new Inserted(fresh, isVerbatim);
    }

    /// COPY is refused under row security, so it goes through a staging table that has none.
    ///
    /// @return whether all text went there as it is
    private boolean stage(
            String table, int columns, Collection<CallRecord> calls, BiConsumer<BinaryRows, CallRecord> put) {
        var bytes = new Bytes();
        jdbc.execute((Connection connection) -> {
            var copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " from stdin (format binary)");
            try {
                var rows = BinaryRows.begin(copy, bytes);
                for (var call : calls) {
                    rows.row(columns);
                    put.accept(rows, call);
                }
                rows.end();
                return copy.getHandledRowCount();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
        return bytes.isVerbatim();
    }

    /// Whether a record can be written as rows at all.
    boolean hasForm(CallRecord call) {
        try {
            var rows = BinaryRows.nowhere();
            put(rows, call);
            putOpen(rows, call);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static void putOpen(BinaryRows rows, CallRecord call) {
        rows.value(call.tenant().value())
                .value(call.id().value())
                .value(call.times().startedAt())
                .value(call);
    }

    private static void put(BinaryRows rows, CallRecord call) {
        var times = call.times();
        var plan = call.plan();
        rows.value(call.tenant().value())
                .value(call.id().value())
                .value(call.number())
                .value(call.caller().normalised())
                .value(call.caller().kind().code())
                .value(times.startedAt())
                .value(times.platformAnsweredAt())
                .value(times.ringAt())
                .value(times.targetAnsweredAt())
                .value(times.endedAt())
                .value(call.ringing().toMillis())
                .value(call.talking().toMillis())
                .value(call.end().reason().code())
                .value(call.end().side().code())
                .value(plan == null ? null : plan.version())
                .value(UUID.fromString(call.route().node()))
                .value(call);
    }

    /// Empty when there is none that the transaction may see.
    public Optional<CallRecord> find(CallId id) {
        return JdbcClient.create(jdbc)
                .sql("select document from calls.call_records where id = ?")
                .param(id.value())
                .query((row, index) -> CallRecordJson.read(row.getString(1)))
                .optional();
    }

    /// Those of these that the transaction may see, the oldest first.
    public List<CallRecord> those(Collection<CallId> ids) {
        return JdbcClient.create(jdbc)
                .sql("select document from calls.call_records where id = any(?) order by id")
                .param(new SqlArrayValue("uuid", ids.stream().map(CallId::value).toArray()))
                .query((row, index) -> CallRecordJson.read(row.getString(1)))
                .list();
    }

    /// What the transaction may see, newest first.
    public List<CallRecord> list(CallFilter filter, Optional<CallId> before, int limit) {
        return JdbcClient.create(jdbc)
                .sql("""
                        select document from calls.call_records
                         where (cast(:before as uuid) is null or id < :before)
                           and (cast(:from as timestamptz) is null or started_at >= :from)
                           and (cast(:to as timestamptz) is null or started_at < :to)
                           and (cast(:number as text) is null or number = :number)
                           and (cast(:caller as text) is null or caller = :caller)
                           and (cast(:reason as text) is null or end_reason = :reason)
                           and talk_ms >= :talk %s
                         order by id desc limit :limit
                        """.formatted(filter.wasRecorded() ? "and is_recorded" : ""))
                .param("before", before.map(CallId::value).orElse(null))
                .param("from", filter.from().map(SqlTime::of).orElse(null))
                .param("to", filter.to().map(SqlTime::of).orElse(null))
                .param("number", filter.number().orElse(null))
                .param("caller", filter.caller().orElse(null))
                .param("reason", filter.endReason().map(reason -> reason.code()).orElse(null))
                .param("talk", filter.minTalk().orElse(Duration.ZERO).toMillis())
                .param("limit", limit)
                .query((row, index) -> CallRecordJson.read(row.getString(1)))
                .list();
    }

    /// The open calls of nodes whose lease ran out, locked; each as it stands at its node's last sign of
    /// life.
    List<CallRecord> orphans(UUID exceptOf, int most) {
        return jdbc.query(
                """
                select o.document, n.renewed_at from calls.open_calls o join calls.nodes n on n.node = o.node
                 where n.expires_at < now() and n.node <> ?
                 order by o.started_at limit ? for update of o skip locked
                """,
                (row, index) -> {
                    var call = CallRecordJson.read(row.getString(1));
                    var lastSign = SqlTime.read(row, "renewed_at");
                    return call.endingAt(later(call.times().endedAt(), lastSign));
                },
                exceptOf,
                most);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    void putOpen(UUID node, Collection<CallRecord> calls) {
        if (calls.isEmpty()) {
            return;
        }
        jdbc.execute(OPEN_STAGING);
        stage("open_call_intake (tenant, id, started_at, document)", 4, calls, CallRecordRows::putOpen);
        jdbc.update("""
                insert into calls.open_calls (tenant, id, node, started_at, document)
                select tenant, id, ?, started_at, document from open_call_intake
                on conflict (tenant, id) do update set document = excluded.document
                """, node);
    }

    void removeOpen(Collection<CallRecord> calls) {
        if (calls.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                delete from calls.open_calls o using unnest(?, ?) as over (tenant, id)
                 where o.tenant = over.tenant and o.id = over.id
                """,
                array("uuid", calls, call -> call.tenant().value()),
                array("uuid", calls, call -> call.id().value()));
    }

    private static SqlArrayValue array(String type, Collection<CallRecord> calls, Function<CallRecord, Object> value) {
        return new SqlArrayValue(type, calls.stream().map(value).toArray());
    }

    /// The calls that other nodes have open, as the transaction may see them.
    public List<CallRecord> openElsewhere(UUID exceptOf, int most) {
        return jdbc.query(
                "select document from calls.open_calls where node <> ? order by started_at limit ?",
                (row, index) -> CallRecordJson.read(row.getString(1)),
                exceptOf,
                most);
    }

    /// Says that a node lives, for so long.
    void renewLease(UUID node, Duration lease) {
        jdbc.update("""
                insert into calls.nodes (node, renewed_at, expires_at) values (?, now(), now() + ? * interval '1 ms')
                on conflict (node) do update set renewed_at = excluded.renewed_at, expires_at = excluded.expires_at
                """, node, lease.toMillis());
    }
}
