package org.hotline400.server.calls.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.kernel.CallId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The records that this node has put into the database a moment ago, as they were before: those who read the calls on
/// come twice a second, and need not have PostgreSQL unpack and Jackson read again what is still here. They find out
/// by the table which calls there are; what is not here they read there, too.
@Component
public final class FreshRecords {
    /// Writing takes up to half a second, and so do the readers' pauses.
    static final Duration KEPT = Duration.ofSeconds(2);
    /// The objects of one take some three kilobytes.
    static final int MOST = 8_192;

    private final LongSupplier nanoTime;
    private final Map<CallId, CallRecord> records = new HashMap<>();
    private final Deque<Batch> batches = new ArrayDeque<>();

    private record Batch(List<CallRecord> records, long at) {}

    @Autowired
    public FreshRecords() {
        this(System::nanoTime);
    }

    FreshRecords(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /// Keeps records for a moment. The database must have each exactly so, committed.
    synchronized void put(Collection<CallRecord> written) {
        letGo();
        if (written.isEmpty() || written.size() > MOST) {
            return;
        }
        while (records.size() + written.size() > MOST) {
            letGoOldest();
        }
        var batch = new Batch(List.copyOf(written), nanoTime.getAsLong());
        batches.addLast(batch);
        batch.records().forEach(record -> records.put(record.id(), record));
    }

    /// Forgets what is older than [#KEPT].
    synchronized void letGo() {
        long now = nanoTime.getAsLong();
        while (!batches.isEmpty() && now - batches.getFirst().at() > KEPT.toNanos()) {
            letGoOldest();
        }
    }

    private void letGoOldest() {
        batches.removeFirst().records().forEach(record -> records.remove(record.id()));
    }

    /// Those of these that are here.
    public synchronized Map<CallId, CallRecord> find(Collection<CallId> calls) {
        var found = new HashMap<CallId, CallRecord>();
        for (var call : calls) {
            var record = records.get(call);
            if (record != null) {
                found.put(call, record);
            }
        }
        return found;
    }
}
