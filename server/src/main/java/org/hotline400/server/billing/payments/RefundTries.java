package org.hotline400.server.billing.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.PaymentProvider.Refunding;
import org.hotline400.server.billing.payments.PaymentProvider.Trouble;
import org.hotline400.server.database.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks providers to send money back, until they have done it or refuse it. A refund has one number, which
/// the provider does once, however often it is asked.
@Component
class RefundTries {
    private static final Logger LOG = LoggerFactory.getLogger(RefundTries.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final TopUpRows rows;
    private final RefundRows refunds;
    private final RefundBooks books;
    private final PayWays ways;
    private final FinanceNews news;
    private final Clock clock;

    RefundTries(
            Transactions transactions,
            TopUpRows rows,
            RefundRows refunds,
            RefundBooks books,
            PayWays ways,
            FinanceNews news,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.refunds = refunds;
        this.books = books;
        this.ways = ways;
        this.news = news;
        this.clock = clock;
    }

    /// Tries one that is due and was never tried. Not in a transaction.
    void tryFirst(UUID id) {
        transactions
                .asOperator(() -> refunds.claim(id, clock.instant(), FIRST_PAUSE))
                .ifPresent(this::attempt);
    }

    /// Tries those whose time has come. Not in a transaction.
    ///
    /// @return how many
    int tryDue(int most) {
        var due = transactions.asOperator(() -> refunds.claim(clock.instant(), FIRST_PAUSE, most));
        due.forEach(this::attempt);
        return due.size();
    }

    private void attempt(Refund refund) {
        var topUp = transactions.asOperator(() -> rows.find(refund.topUp()).orElseThrow());
        var order = new PaymentProvider.RefundOrder(
                topUp.reference(), refund.number(), topUp.state().received(), refund.amount(), refund.reason());
        var refunding = ways.provider(refund.way())
                .map(provider -> provider.refund(order))
                .orElseGet(() -> new Refunding.Failed(new Trouble(refund.way().code() + " is not configured", true)));
        switch (refunding) {
            case Refunding.Done(var reference) -> done(refund.id(), reference);
            case Refunding.Pending() -> {}
            case Refunding.Failed(var trouble) -> failed(refund.id(), trouble);
        }
    }

    /// The provider has done it; without effect when that is known.
    void done(UUID id, String reference) {
        transactions.asOperator(() -> {
            var topUp = refunds.find(id).flatMap(refund -> rows.lock(refund.topUp()));
            refunds.lock(id).ifPresent(refund -> done(refund, topUp.orElseThrow(), reference));
        });
    }

    /// What had been given up may have been done after all: the customer had the money again, and may have spent it.
    private void done(Refund refund, TopUp topUp, String reference) {
        var entry = books.entry(refund.way(), refund.amount(), reference, Optional.empty());
        if (refund.state() == Refund.State.DUE) {
            books.gone(refund, topUp, entry);
        } else if (refund.state() == Refund.State.FAILED && topUp.keeps(refund.amount())) {
            LOG.warn("refund {} had been given up, and has been done all the same", refund.id());
            books.goneAfterAll(refund, topUp, entry);
        }
    }

    private void failed(UUID id, Trouble trouble) {
        transactions.asOperator(() -> refunds.lock(id)
                .filter(refund -> refund.state() == Refund.State.DUE)
                .ifPresent(refund -> {
                    LOG.warn("refund {} did not go through: {}", refund.id(), trouble.text());
                    if (trouble.retryable()) {
                        refunds.store(refund.troubled(trouble.text()));
                    } else {
                        giveUp(refund, trouble);
                    }
                }));
    }

    private void giveUp(Refund refund, Trouble trouble) {
        books.free(refund);
        refunds.store(refund.over(Refund.State.FAILED, Optional.empty(), Optional.of(trouble.text()), clock.instant()));
        news.failed(refund, trouble.text());
    }
}
