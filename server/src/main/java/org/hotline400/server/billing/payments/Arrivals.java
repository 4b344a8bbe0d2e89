package org.hotline400.server.billing.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.billing.payments.PaymentProvider.Notice;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Component;

/// Books what providers tell: each payment once, however often and in whatever order it is told. What fits no
/// order is written down for finance staff, and never booked.
@Component
class Arrivals {
    private final Transactions transactions;
    private final TopUpRows rows;
    private final TopUpEntryRows entries;
    private final TopUpBooks books;
    private final OddPayments odd;
    private final Clock clock;

    Arrivals(
            Transactions transactions,
            TopUpRows rows,
            TopUpEntryRows entries,
            TopUpBooks books,
            OddPayments odd,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.entries = entries;
        this.books = books;
        this.odd = odd;
        this.clock = clock;
    }

    /// What became of a payment that was told.
    enum Outcome {
        BOOKED,
        AS_BEFORE,
        ODD
    }

    Outcome book(PayWay way, Notice.Paid paid) {
        return transactions.asOperator(() -> {
            entries.oneAtATime(way, paid.transaction());
            var topUp = rows.lock(paid.order());
            var before = entries.withTransaction(TopUpEntry.Kind.RECEIVED, way, paid.transaction());
            if (before.isPresent() && isSame(before.get(), topUp, paid)) {
                return Outcome.AS_BEFORE;
            }
            var oddity = oddity(way, paid, topUp, before.isPresent());
            if (oddity.isPresent()) {
                odd.note(oddity.get());
                return Outcome.ODD;
            }
            books.received(topUp.orElseThrow(), entry(way, paid));
            return Outcome.BOOKED;
        });
    }

    private static boolean isSame(TopUpEntryRows.Known before, Optional<TopUp> topUp, Notice.Paid paid) {
        return topUp.filter(one -> one.id().equals(before.topUp())).isPresent()
                && before.entry().amount().equals(paid.amount());
    }

    private Optional<OddPayment> oddity(PayWay way, Notice.Paid paid, Optional<TopUp> topUp, boolean isUsed) {
        if (topUp.isEmpty()) {
            return Optional.of(odd(OddPayment.Kind.UNKNOWN_ORDER, way, paid, TenantId.OPERATOR));
        }
        var tenant = topUp.get().tenant();
        if (isUsed) {
            return Optional.of(odd(OddPayment.Kind.USED_TRANSACTION, way, paid, tenant));
        }
        if (topUp.get().way() != way) {
            return Optional.of(odd(OddPayment.Kind.OTHER_WAY, way, paid, tenant));
        }
        return paid.amount().equals(topUp.get().amount())
                ? Optional.empty()
                : Optional.of(odd(OddPayment.Kind.WRONG_AMOUNT, way, paid, tenant));
    }

    private OddPayment odd(OddPayment.Kind kind, PayWay way, Notice.Paid paid, TenantId tenant) {
        return OddPayment.told(tenant, way, kind, paid, clock.instant());
    }

    private TopUpEntry entry(PayWay way, Notice.Paid paid) {
        return new TopUpEntry(
                Ids.next(),
                TopUpEntry.Kind.RECEIVED,
                way,
                paid.amount(),
                paid.transaction(),
                LocalDate.ofInstant(paid.at(), BusinessTime.ZONE),
                "",
                Optional.empty(),
                Optional.empty(),
                way.code(),
                clock.instant());
    }

    /// Books an odd payment on the top-up that finance staff chose for it.
    ///
    /// @return empty when it is settled already, or there is no such top-up
    Optional<TopUp> accept(OddPayment payment, TopUpId id, TopUp.By by) {
        return rows.lock(id)
                .filter(topUp -> entries.withTransaction(TopUpEntry.Kind.RECEIVED, payment.way(), payment.transaction())
                        .isEmpty())
                .map(topUp -> books.received(
                        topUp,
                        new TopUpEntry(
                                Ids.next(),
                                TopUpEntry.Kind.RECEIVED,
                                payment.way(),
                                payment.amount(),
                                payment.transaction(),
                                LocalDate.ofInstant(payment.told(), BusinessTime.ZONE),
                                payment.kind().code(),
                                Optional.empty(),
                                Optional.of(by.principal()),
                                by.name(),
                                clock.instant())));
    }

    /// Ends a top-up that nothing came of. Without effect when something has come.
    void ended(TopUp topUp, TopUpEvent event) {
        transactions.asOperator(() -> rows.lock(topUp.id())
                .flatMap(now -> now.after(event, clock.instant()))
                .ifPresent(rows::store));
    }

    /// The provider has closed an order without a payment.
    void closed(PayWay way, String order) {
        transactions.asOperator(() -> rows.lock(order)
                .filter(topUp -> topUp.way() == way)
                .flatMap(now -> now.after(new TopUpEvent.Close(), clock.instant()))
                .ifPresent(rows::store));
    }
}
