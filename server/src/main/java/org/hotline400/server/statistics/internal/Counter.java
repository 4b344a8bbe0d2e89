package org.hotline400.server.statistics.internal;

import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.database.Transactions;
import org.springframework.stereotype.Component;

/// Reads the calls' records on and counts each once. One node at a time does; the cursor moves in the
/// same transaction.
@Component
class Counter {
    static final int BATCH = 500;

    private final CallFeed feed;
    private final CountingRows rows;
    private final Transactions transactions;

    Counter(CallFeed feed, CountingRows rows, Transactions transactions) {
        this.feed = feed;
        this.rows = rows;
        this.transactions = transactions;
    }

    /// Counts the next calls.
    ///
    /// @return how many; fewer than [#BATCH] when no more are there, or another node counts
    int step() {
        return transactions.asOperator(() -> {
            var cursor = rows.lockCursor();
            if (cursor.isEmpty()) {
                return 0;
            }
            var entries = feed.after(cursor.get(), BATCH);
            if (!entries.isEmpty()) {
                var calls =
                        feed.records(entries.stream().map(CallFeed.Entry::id).toList());
                rows.name(calls.stream().map(CallRecord::region).toList());
                rows.add(calls.stream().map(CountedCall::of).toList());
                rows.moveCursor(entries.getLast().position());
            }
            return entries.size();
        });
    }
}
