package org.hotline400.server.billing.payments;

import java.time.Clock;
import org.hotline400.server.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks providers for orders whose notification has not come, ends those whose time is over, and goes on with
/// refunds.
@Component
class TopUpRounds {
    private static final Logger LOG = LoggerFactory.getLogger(TopUpRounds.class);
    /// At most some five seconds each where the provider is away.
    private static final int MOST = 20;

    private final Transactions transactions;
    private final TopUpRows rows;
    private final TopUps topUps;
    private final RefundTries refunds;
    private final PayWays ways;
    private final Clock clock;

    TopUpRounds(
            Transactions transactions, TopUpRows rows, TopUps topUps, RefundTries refunds, PayWays ways, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.topUps = topUps;
        this.refunds = refunds;
        this.ways = ways;
        this.clock = clock;
    }

    /// One round.
    ///
    /// @return how many were looked at
    int step() {
        var due = transactions.asOperator(() -> rows.claim(clock.instant(), TopUps.FIRST_LOOK, MOST));
        due.forEach(this::lookAt);
        return due.size() + refunds.tryDue(MOST);
    }

    private void lookAt(TopUp topUp) {
        try {
            ways.provider(topUp.way()).ifPresent(provider -> topUps.look(provider, topUp));
            if (!topUp.dates().expires().isAfter(clock.instant())) {
                // Without effect on what has just been found to be paid.
                topUps.end(topUp, new TopUpEvent.Expire());
            }
        } catch (RuntimeException e) {
            // The others are not to wait for it; it is looked at again.
            LOG.warn("{} could not be looked at: {}", topUp.reference(), String.valueOf(e));
        }
    }
}
