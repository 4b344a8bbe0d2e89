package org.hotline400.server.enrolment.review;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.Page;
import org.springframework.stereotype.Service;

/// What lies on the reviewers' desk.
@Service
public class ReviewDesk {
    private final Transactions transactions;
    private final ReviewRows rows;
    private final Clock clock;

    ReviewDesk(Transactions transactions, ReviewRows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /// What is due first comes first.
    public Page<QueuedApplication> queue(ReviewFilter filter, Optional<ApplicationId> after, int limit) {
        var found = transactions.asOperator(() -> rows.queue(filter, after, limit + 1));
        return Page.of(found, limit, one -> one.id().toString());
    }

    /// @param reviewer who asks
    public ReviewCounts counts(UUID reviewer) {
        return transactions.asOperator(() -> rows.count(reviewer, clock.instant()));
    }
}
