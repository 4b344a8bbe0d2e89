package org.hotline400.server.recordings.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.recordings.RecordingSummary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Deletes what has been kept for its time, unless it is held.
@Service
class Retention {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int BATCH = 100;
    /// So that a sweep after a long pause does not keep the disk busy for hours; the next one goes on.
    private static final int MOST_BATCHES = 50;

    private final RecordingRows rows;
    private final Deletions deletions;
    private final Transactions transactions;
    private final Clock clock;

    Retention(RecordingRows rows, Deletions deletions, Transactions transactions, Clock clock) {
        this.rows = rows;
        this.deletions = deletions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return how many were deleted
    int sweep() {
        int deleted = 0;
        Optional<RecordingSummary> last = Optional.empty();
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            List<RecordingSummary> expired = expired(last);
            deleted += (int) expired.stream().filter(this::delete).count();
            if (expired.size() < BATCH) {
                return deleted;
            }
            // Behind the last, so that those that cannot be deleted do not keep the rest waiting.
            last = Optional.of(expired.getLast());
        }
        return deleted;
    }

    private List<RecordingSummary> expired(Optional<RecordingSummary> after) {
        return transactions.asOperator(() -> rows.expired(clock.instant(), after, BATCH));
    }

    private boolean delete(RecordingSummary recording) {
        try {
            return deletions.delete(recording, AccessLog.Actor.RETENTION, "retention ended " + recording.deleteAfter());
        } catch (RuntimeException e) {
            LOG.error("cannot delete the expired recording {}: {}", recording.id(), e.getMessage());
            return false;
        }
    }
}
