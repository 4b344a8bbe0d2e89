package org.hotline400.server.billing.payments;

import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.PaymentProvider.Notice;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Money;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Takes what providers send by themselves. Each may come late, twice and out of order.
@Service
public class ProviderNotices {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderNotices.class);

    private final PayWays ways;
    private final Arrivals arrivals;
    private final RefundTries tries;
    private final RefundRows refunds;
    private final RefundBooks books;
    private final TopUpRows rows;
    private final TopUpEntryRows entries;
    private final Transactions transactions;

    ProviderNotices(
            PayWays ways,
            Arrivals arrivals,
            RefundTries tries,
            RefundRows refunds,
            RefundBooks books,
            TopUpRows rows,
            TopUpEntryRows entries,
            Transactions transactions) {
        this.ways = ways;
        this.arrivals = arrivals;
        this.tries = tries;
        this.refunds = refunds;
        this.books = books;
        this.rows = rows;
        this.entries = entries;
        this.transactions = transactions;
    }

    /// @return whether it is dealt with, so that the provider need not send it again; false for what is
    ///     forged or meant for others
    public boolean take(PayWay way, PaymentProvider.Message message) {
        return ways.provider(way)
                .map(provider -> take(way, provider.read(message)))
                .orElse(false);
    }

    private boolean take(PayWay way, Notice notice) {
        switch (notice) {
            case Notice.Paid paid -> arrivals.book(way, paid);
            case Notice.Refunded refunded -> refunded(way, refunded);
            case Notice.Closed(var order) -> arrivals.closed(way, order);
            case Notice.Idle() -> {}
            case Notice.NotOurs(var why) -> LOG.warn("a notification of {} is not for us: {}", way.code(), why);
            case Notice.Forged(var why) -> LOG.warn("a notification of {} is forged: {}", way.code(), why);
        }
        return !(notice instanceof Notice.NotOurs || notice instanceof Notice.Forged);
    }

    /// A refund tells of its payment as well, whose own notification may still be under way.
    private void refunded(PayWay way, Notice.Refunded refunded) {
        if (arrivals.book(way, refunded.payment()) == Arrivals.Outcome.ODD) {
            return;
        }
        var ours = ours(refunded.number());
        ours.ifPresent(refund -> tries.done(refund.id(), refund.number()));
        if (ours.isEmpty() || refunded.inAll()) {
            transactions.asOperator(
                    () -> rows.lock(refunded.payment().order()).ifPresent(topUp -> bookForeign(way, topUp, refunded)));
        }
    }

    private Optional<Refund> ours(String number) {
        return id(number).flatMap(id -> transactions.asOperator(() -> refunds.find(id)));
    }

    private static Optional<UUID> id(String number) {
        try {
            return number.length() == 32
                    ? Optional.of(
                            UUID.fromString(number.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5")))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Somebody has sent money back at the provider, and not from here.
    private void bookForeign(PayWay way, TopUp topUp, Notice.Refunded refunded) {
        var amount = refunded.inAll() ? rest(topUp, refunded.amount()) : refunded.amount();
        var isNews = amount.compareTo(Money.ZERO) > 0
                && topUp.keeps(amount)
                && entries.withTransaction(TopUpEntry.Kind.REFUNDED, way, refunded.number())
                        .isEmpty();
        if (isNews) {
            books.goneByItself(topUp, books.entry(way, amount, refunded.number(), Optional.empty()));
        }
    }

    /// What of all that went back is not known here: neither booked nor under way.
    private Money rest(TopUp topUp, Money inAll) {
        return refunds.of(topUp.id()).stream()
                .filter(refund -> refund.state() == Refund.State.DUE)
                .map(Refund::amount)
                .reduce(inAll.minus(topUp.state().refunded()), Money::minus);
    }
}
