package org.hotline400.server.billing.payments;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.springframework.stereotype.Service;

/// Where finance staff confirm transfers and settle what fits no order.
@Service
public class TopUpDesk {
    private final Transactions transactions;
    private final TopUpRows rows;
    private final TopUpEntryRows entries;
    private final TopUpBooks books;
    private final Arrivals arrivals;
    private final OddPayments odd;
    private final BankMovements bank;
    private final Clock clock;

    TopUpDesk(
            Transactions transactions,
            TopUpRows rows,
            TopUpEntryRows entries,
            TopUpBooks books,
            Arrivals arrivals,
            OddPayments odd,
            BankMovements bank,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.entries = entries;
        this.books = books;
        this.arrivals = arrivals;
        this.odd = odd;
        this.bank = bank;
        this.clock = clock;
    }

    /// Writes down a transfer that came: what came counts, whatever had been asked for, and however late it
    /// is.
    public MovementBooked confirm(TopUpId id, BankMovement movement, TopUp.By by) {
        return transactions.asOperator(() -> {
            var elsewhere = bank.claim(movement.kind(), movement.bankReference());
            return rows.lock(id)
                    .map(topUp -> known(topUp, movement)
                            .or(() -> refusal(topUp, elsewhere))
                            .orElseGet(() -> new MovementBooked.Done(
                                    books.received(topUp, movement.entry(movement.amount(), by, clock.instant())))))
                    .orElseGet(MovementBooked.Unknown::new);
        });
    }

    private Optional<MovementBooked> known(TopUp topUp, BankMovement movement) {
        var sameKey = movement.key().flatMap(key -> entries.withKey(topUp.id(), movement.kind(), key));
        if (sameKey.isPresent()) {
            return Optional.of(
                    movement.isSame(sameKey.get()) ? new MovementBooked.AsBefore(topUp) : new MovementBooked.KeyUsed());
        }
        return entries.withTransaction(
                        movement.kind(),
                        PayWay.BANK_TRANSFER,
                        movement.bankReference().text())
                .filter(before -> before.topUp().equals(topUp.id()) && movement.isSame(before.entry()))
                .map(_ -> new MovementBooked.AsBefore(topUp));
    }

    private static Optional<MovementBooked> refusal(TopUp topUp, Optional<String> elsewhere) {
        if (topUp.way().isOnline()) {
            return Optional.of(new MovementBooked.NotByTransfer(topUp));
        }
        return elsewhere.map(MovementBooked.Used::new);
    }

    /// Books an odd payment on a top-up after all.
    public MovementBooked accept(UUID payment, TopUpId id, String note, TopUp.By by) {
        return transactions.asOperator(() -> odd.lock(payment)
                .filter(one -> one.settled().isEmpty() && one.kind() != OddPayment.Kind.SHORT_REFUND)
                .flatMap(one -> arrivals.accept(one, id, by).map(topUp -> {
                    odd.settle(one, new OddPayment.Settled(clock.instant(), by, note));
                    return (MovementBooked) new MovementBooked.Done(topUp);
                }))
                .orElseGet(MovementBooked.Unknown::new));
    }

    /// Takes an odd payment from the list: it was mended elsewhere, such as refunded at the provider.
    ///
    /// @return whether it was open
    public boolean dismiss(UUID payment, String note, TopUp.By by) {
        return transactions.asOperator(() -> odd.lock(payment)
                .filter(one -> one.settled().isEmpty())
                .map(one -> {
                    odd.settle(one, new OddPayment.Settled(clock.instant(), by, note));
                    return true;
                })
                .orElse(false));
    }
}
