package org.hotline400.server.recordings.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingState;
import org.hotline400.server.recordings.RecordingSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `recordings.recordings`. Runs in the transaction of its caller, which says whose rows are seen.
@Repository
class RecordingRows {
    private final JdbcClient jdbc;

    RecordingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Takes a recording in; does nothing when it is there already.
    void add(RecordingSummary recording) {
        jdbc.sql("""
                        insert into recordings.recordings (tenant, id, call_id, number, kind, state, started_at, length_ms,
                                                           bytes, sha256, delete_after)
                        values (:tenant, :id, :call, :number, :kind, :state, :started, :length, :bytes, :sha256, :deleteAfter)
                        on conflict do nothing
                        """)
                .param("tenant", recording.tenant().value())
                .param("id", recording.id().value())
                .param("call", recording.call().value())
                .param("number", recording.number().digits())
                .param("kind", recording.kind().code())
                .param("state", recording.state().code())
                .param("started", SqlTime.of(recording.startedAt()))
                .param("length", recording.length().toMillis())
                .param("bytes", recording.bytes())
                .param("sha256", HexFormat.of().parseHex(recording.sha256()))
                .param("deleteAfter", SqlTime.of(recording.deleteAfter()))
                .update();
    }

    Optional<RecordingSummary> find(RecordingId id) {
        return jdbc.sql("select * from recordings.recordings where id = ?")
                .param(id.value())
                .query(RecordingRows::summary)
                .optional();
    }

    List<RecordingSummary> ofCall(CallId call) {
        return jdbc.sql("select * from recordings.recordings where call_id = ? order by started_at, id")
                .param(call.value())
                .query(RecordingRows::summary)
                .list();
    }

    List<RecordingSummary> ofCalls(Set<CallId> calls) {
        return jdbc.sql("select * from recordings.recordings where call_id = any(?) order by started_at, id")
                .param(calls.stream().map(CallId::value).toArray(UUID[]::new))
                .query(RecordingRows::summary)
                .list();
    }

    /// Those that fit, newest first, behind `filter.after()`.
    List<RecordingSummary> list(RecordingFilter filter, int limit) {
        Optional<RecordingFilter.Place> after = filter.after();
        return jdbc.sql("""
                        select * from recordings.recordings
                         where (cast(:from as timestamptz) is null or started_at >= :from)
                           and (cast(:to as timestamptz) is null or started_at < :to)
                           and (cast(:number as text) is null or number = :number)
                           and (cast(:call as uuid) is null or call_id = :call)
                           and (cast(:at as timestamptz) is null or (started_at, id) < (:at, :id))
                           and (:deleted or state <> 'deleted')
                         order by started_at desc, id desc limit :limit
                        """)
                .param("from", filter.from().map(SqlTime::of).orElse(null))
                .param("to", filter.to().map(SqlTime::of).orElse(null))
                .param("number", filter.number().map(HotlineNumber::digits).orElse(null))
                .param("call", filter.call().map(CallId::value).orElse(null))
                .param("at", after.map(place -> SqlTime.of(place.at())).orElse(null))
                .param("id", after.map(place -> place.id().value()).orElse(null))
                .param("deleted", filter.withDeleted())
                .param("limit", limit)
                .query(RecordingRows::summary)
                .list();
    }

    /// Those whose time is over, oldest first, behind `after`.
    List<RecordingSummary> expired(Instant now, Optional<RecordingSummary> after, int limit) {
        return jdbc.sql("""
                        select * from recordings.recordings
                         where delete_after <= :now and state <> 'deleted' and not legal_hold
                           and (cast(:at as timestamptz) is null or (delete_after, id) > (:at, :id))
                         order by delete_after, id limit :limit
                        """)
                .param("now", SqlTime.of(now))
                .param("at", after.map(one -> SqlTime.of(one.deleteAfter())).orElse(null))
                .param("id", after.map(one -> one.id().value()).orElse(null))
                .param("limit", limit)
                .query(RecordingRows::summary)
                .list();
    }

    /// Which of these are in the catalogue.
    Set<RecordingId> known(Collection<RecordingId> ids) {
        return jdbc
                .sql("select id from recordings.recordings where id = any(?)")
                .param(ids.stream().map(RecordingId::value).toArray(UUID[]::new))
                .query((row, index) -> new RecordingId(row.getObject(1, UUID.class)))
                .stream()
                .collect(Collectors.toSet());
    }

    /// Keeps holds and other deletions of this recording waiting until the transaction ends.
    ///
    /// @return false when it is held or deleted by now
    boolean markDeleted(RecordingId id) {
        return jdbc.sql("update recordings.recordings set state = 'deleted'"
                                + " where id = ? and state <> 'deleted' and not legal_hold")
                        .param(id.value())
                        .update()
                == 1;
    }

    /// @return false when it is deleted by now
    boolean hold(RecordingId id, boolean held) {
        return jdbc.sql("update recordings.recordings set legal_hold = ? where id = ? and state <> 'deleted'")
                        .params(held, id.value())
                        .update()
                == 1;
    }

    private static RecordingSummary summary(ResultSet row, int index) throws SQLException {
        return new RecordingSummary(
                new RecordingId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                new CallId(row.getObject("call_id", UUID.class)),
                new HotlineNumber(row.getString("number")),
                RecordingKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                RecordingState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                SqlTime.read(row, "started_at"),
                Duration.ofMillis(row.getLong("length_ms")),
                row.getLong("bytes"),
                HexFormat.of().formatHex(row.getBytes("sha256")),
                SqlTime.read(row, "delete_after"),
                row.getBoolean("legal_hold"));
    }
}
