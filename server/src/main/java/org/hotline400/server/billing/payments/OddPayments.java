package org.hotline400.server.billing.payments;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Page;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What providers told and what fits no order. Every method runs in the caller's transaction.
@Component
public class OddPayments {
    private static final Logger LOG = LoggerFactory.getLogger(OddPayments.class);

    private final OddPaymentRows rows;
    private final FinanceNews news;

    OddPayments(OddPaymentRows rows, FinanceNews news) {
        this.rows = rows;
        this.news = news;
    }

    /// Writes one down and tells finance staff, once.
    void note(OddPayment odd) {
        if (rows.add(odd)) {
            LOG.warn(
                    "{} told of {} yuan for {} ({}), which were not booked: {}",
                    odd.way().code(),
                    odd.amount(),
                    odd.order(),
                    odd.transaction(),
                    odd.kind().code());
            news.odd(odd);
        }
    }

    /// Those that nobody settled, the oldest first.
    ///
    /// @param after start behind this one
    public Page<OddPayment> open(Optional<UUID> after, int limit) {
        List<OddPayment> found = rows.open(after, limit + 1);
        return Page.of(found, limit, one -> one.id().toString());
    }

    Optional<OddPayment> lock(UUID id) {
        return rows.lock(id);
    }

    void settle(OddPayment odd, OddPayment.Settled settled) {
        rows.settle(odd.id(), settled);
    }
}
