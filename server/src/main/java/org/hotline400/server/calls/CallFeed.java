package org.hotline400.server.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.calls.internal.FreshRecords;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The records of calls in an order in which nobody who reads on misses one: for those above who need every
/// call once and keep a cursor of their own. Every method runs in the caller's transaction, which acts for the
/// operator.
///
/// The order is that of the writing transactions. Only records of transactions below the snapshot's xmin are
/// handed out: these are all over, so no record can turn up behind the cursor later. A record thus waits for
/// the oldest transaction that writes at the same time, in whatever table.
@Service
public class CallFeed {
    private final JdbcClient jdbc;
    private final CallRecordRows rows;
    private final FreshRecords fresh;

    public CallFeed(JdbcClient jdbc, CallRecordRows rows, FreshRecords fresh) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.fresh = fresh;
    }

    /// A place in the order. Compared by PostgreSQL, and valid in one database cluster only: a backup keeps
    /// `seq` and takes the restoring transaction for `transaction`, of the records and of a cursor alike whose
    /// column is an `xid8` with the default `pg_current_xact_id()`.
    ///
    /// @param transaction that wrote the record (xid8)
    public record Position(long transaction, long seq) {}

    /// A record that is there.
    ///
    /// @param number that was called
    public record Entry(Position position, TenantId tenant, CallId id, String number, Instant startedAt) {}

    /// The next records behind this place, in order.
    public List<Entry> after(Position position, int most) {
        return jdbc.sql("""
                        select written_in::text as transaction, seq, tenant, id, number, started_at from calls.call_records
                         where (written_in, seq) > (cast(:transaction as text)::xid8, :seq)
                           and written_in < pg_snapshot_xmin(pg_current_snapshot())
                         order by written_in, seq limit :most
                        """)
                .param("transaction", Long.toString(position.transaction()))
                .param("seq", position.seq())
                .param("most", most)
                .query((row, _) -> new Entry(
                        new Position(Long.parseLong(row.getString("transaction")), row.getLong("seq")),
                        new TenantId(row.getObject("tenant", UUID.class)),
                        new CallId(row.getObject("id", UUID.class)),
                        row.getString("number"),
                        SqlTime.read(row, "started_at")))
                .list();
    }

    /// The records of these calls, the oldest call first.
    public List<CallRecord> records(Collection<CallId> calls) {
        var known = fresh.find(calls);
        var records = new ArrayList<>(known.values());
        var others = calls.stream().filter(call -> !known.containsKey(call)).toList();
        if (!others.isEmpty()) {
            records.addAll(rows.those(others));
        }
        records.sort(Comparator.comparing(CallRecord::id));
        return records;
    }
}
