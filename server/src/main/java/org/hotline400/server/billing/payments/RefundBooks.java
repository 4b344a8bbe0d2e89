package org.hotline400.server.billing.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.HoldOrder;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.Settlement;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.springframework.stereotype.Component;

/// What refunds do to the books: an amount is held while its refund is under way, and then goes or comes
/// free. Every method runs in the caller's transaction.
@Component
class RefundBooks {
    /// Nobody else ends these holds: a refund that takes long is not dead.
    private static final Duration VERY_LONG = Duration.ofDays(3_650);

    private final TopUpRows rows;
    private final TopUpEntryRows entries;
    private final RefundRows refunds;
    private final Ledger ledger;
    private final CustomerAccounts accounts;
    private final OddPayments odd;
    private final Clock clock;

    RefundBooks(
            TopUpRows rows,
            TopUpEntryRows entries,
            RefundRows refunds,
            Ledger ledger,
            CustomerAccounts accounts,
            OddPayments odd,
            Clock clock) {
        this.rows = rows;
        this.entries = entries;
        this.refunds = refunds;
        this.ledger = ledger;
        this.accounts = accounts;
        this.odd = odd;
        this.clock = clock;
    }

    /// What a customer has and has not spent: no credit, and nothing that is held. It stays so until the transaction
    /// ends, because a credit limit would let a second refund, or a call, hold the same money.
    Money lockUnspent(TenantId tenant) {
        var funds = accounts.funds(tenant);
        ledger.lock(List.of(funds));
        return ledger.find(funds)
                .map(account -> new Money(Math.max(0, account.balance() - account.reserved())))
                .orElse(Money.ZERO);
    }

    /// @return whether all of it is held now
    boolean hold(Refund refund) {
        long amount = refund.amount().microYuan();
        var order = new HoldOrder(
                refund.key(),
                1,
                accounts.funds(refund.tenant()),
                amount,
                amount,
                refund.created().plus(VERY_LONG));
        return !ledger.hold(List.of(order)).getFirst().isRefused();
    }

    /// The held amount is the customer's again.
    void free(Refund refund) {
        ledger.settle(List.of(new Settlement(refund.key(), List.of())));
    }

    /// The money has gone.
    ///
    /// @param refund locked, open
    /// @param topUp its own, locked
    Refund gone(Refund refund, TopUp topUp, TopUpEntry entry) {
        long posted = settle(refund.key(), topUp, entry);
        if (posted != refund.amount().microYuan()) {
            throw new IllegalStateException(refund.key() + " was held, and " + posted + " of it could be posted");
        }
        write(topUp, entry);
        var done = refund.over(Refund.State.DONE, Optional.of(entry.transaction()), Optional.empty(), clock.instant());
        refunds.store(done);
        return done;
    }

    /// The provider has sent money back that nobody here had ordered: takes it from the customer's account as
    /// far as it is there, and writes down what is missing.
    void goneByItself(TopUp topUp, TopUpEntry entry) {
        long posted = settle("top-up-refund/" + entry.way().code() + "/" + entry.transaction(), topUp, entry);
        write(topUp, entry);
        if (posted < entry.amount().microYuan()) {
            odd.note(new OddPayment(
                    topUp.tenant(),
                    Ids.next(),
                    entry.way(),
                    OddPayment.Kind.SHORT_REFUND,
                    topUp.reference(),
                    entry.transaction(),
                    new Money(entry.amount().microYuan() - posted),
                    clock.instant(),
                    Optional.empty()));
        }
    }

    /// The same of one that had been given up here: nothing is held for it any more.
    ///
    /// @param refund locked
    /// @param topUp its own, locked
    void goneAfterAll(Refund refund, TopUp topUp, TopUpEntry entry) {
        goneByItself(topUp, entry);
        refunds.store(
                refund.over(Refund.State.DONE, Optional.of(entry.transaction()), Optional.empty(), clock.instant()));
    }

    private long settle(String key, TopUp topUp, TopUpEntry entry) {
        var transfer = new Transfer(
                key,
                new Transfer.Party.Customer(accounts.funds(topUp.tenant())),
                new Transfer.Party.Platform(entry.way().account()),
                entry.amount().microYuan(),
                TransferKind.REFUND,
                topUp.reference(),
                entry.at());
        return ledger.settle(List.of(new Settlement(key, List.of(transfer))))
                .getFirst()
                .posted()
                .getFirst();
    }

    private void write(TopUp topUp, TopUpEntry entry) {
        entries.add(topUp, entry);
        rows.store(topUp.after(new TopUpEvent.Returned(entry.amount()), clock.instant())
                .orElseThrow(
                        () -> new IllegalStateException(topUp.reference() + " has no " + entry.amount() + " left")));
    }

    /// @param by empty where the provider told it
    TopUpEntry entry(PayWay way, Money amount, String transaction, Optional<TopUp.By> by) {
        var now = clock.instant();
        return new TopUpEntry(
                Ids.next(),
                TopUpEntry.Kind.REFUNDED,
                way,
                amount,
                transaction,
                LocalDate.ofInstant(now, BusinessTime.ZONE),
                "",
                Optional.empty(),
                by.map(TopUp.By::principal),
                by.map(TopUp.By::name).orElse(way.code()),
                now);
    }
}
