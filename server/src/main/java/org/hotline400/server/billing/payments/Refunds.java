package org.hotline400.server.billing.payments;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.Page;
import org.springframework.stereotype.Service;

/// Sends money of top-ups back: never more than is here of a top-up, and never what the customer has spent.
@Service
public class Refunds {
    /// Refunds of a day count together: parts of a large one need a second person like the whole.
    private static final Duration DAY = Duration.ofDays(1);

    private final Transactions transactions;
    private final TopUpRows rows;
    private final RefundRows refunds;
    private final RefundBooks books;
    private final RefundTries tries;
    private final BankMovements bank;
    private final TopUpSettings settings;
    private final Clock clock;

    Refunds(
            Transactions transactions,
            TopUpRows rows,
            RefundRows refunds,
            RefundBooks books,
            RefundTries tries,
            BankMovements bank,
            TopUpSettings settings,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.refunds = refunds;
        this.books = books;
        this.tries = tries;
        this.bank = bank;
        this.settings = settings;
        this.clock = clock;
    }

    /// Runs in the caller's transaction and sees what that may see.
    public Optional<Refund> find(UUID id) {
        return refunds.find(id);
    }

    /// The first first; runs in the caller's transaction and sees what that may see.
    public List<Refund> of(TopUpId topUp) {
        return refunds.of(topUp);
    }

    /// The newest first; runs in the caller's transaction and sees what that may see.
    ///
    /// @param before start behind this one
    public Page<Refund> list(Optional<Refund.State> state, Optional<UUID> before, int limit) {
        return Page.of(
                refunds.list(state, before, limit + 1), limit, one -> one.id().toString());
    }

    /// Asks for one: holds its amount, and sends it off at once unless a second person has to approve it.
    public RefundOutcome ask(TopUpId id, RefundWish wish, TopUp.By by) {
        var asked = transactions.asOperator(() -> rows.lock(id)
                .map(topUp -> known(topUp, wish).orElseGet(() -> make(topUp, wish, by)))
                .orElseGet(() -> new RefundOutcome.UnknownTopUp(id)));
        return asked instanceof RefundOutcome.Done(var refund) ? sent(refund) : asked;
    }

    private Optional<RefundOutcome> known(TopUp topUp, RefundWish wish) {
        return refunds.withKey(topUp.id(), wish.key())
                .map(before -> wish.isFor(before) ? new RefundOutcome.AsBefore(before) : new RefundOutcome.KeyUsed());
    }

    private RefundOutcome make(TopUp topUp, RefundWish wish, TopUp.By by) {
        var left = left(topUp);
        if (wish.amount().compareTo(left) > 0) {
            return new RefundOutcome.MoreThanKept(left);
        }
        var unspent = books.lockUnspent(topUp.tenant());
        var refund = refund(topUp, wish, by);
        if (wish.amount().compareTo(unspent) > 0 || !books.hold(refund)) {
            return new RefundOutcome.Spent(unspent);
        }
        refunds.add(refund, wish.key(), Optional.of(clock.instant()));
        return new RefundOutcome.Done(refund);
    }

    private Money left(TopUp topUp) {
        return refunds.of(topUp.id()).stream()
                .filter(Refund::isOpen)
                .map(Refund::amount)
                .reduce(topUp.state().kept(), Money::minus);
    }

    private Refund refund(TopUp topUp, RefundWish wish, TopUp.By by) {
        var alone =
                refunds.unapproved(topUp.tenant(), clock.instant().minus(DAY)).plus(wish.amount());
        var state = alone.compareTo(settings.fourEyes()) > 0 ? Refund.State.UNAPPROVED : Refund.State.DUE;
        return new Refund(
                Ids.next(),
                topUp.tenant(),
                topUp.id(),
                topUp.way(),
                wish.amount(),
                state,
                wish.reason(),
                by,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                clock.instant(),
                Optional.empty());
    }

    private RefundOutcome.Done sent(Refund refund) {
        tries.tryFirst(refund.id());
        return new RefundOutcome.Done(
                transactions.asOperator(() -> refunds.find(refund.id()).orElseThrow()));
    }

    /// A second person approves, and it is sent.
    public RefundOutcome approve(UUID id, TopUp.By by) {
        var outcome = decide(id, by, refund -> {
            var approved = refund.approved(by);
            refunds.store(approved);
            refunds.due(id, clock.instant());
            return approved;
        });
        return outcome instanceof RefundOutcome.Done(var refund) ? sent(refund) : outcome;
    }

    /// A second person, or whoever asked for it, takes it back: it is not to be sent, or cannot be transferred.
    public RefundOutcome refuse(UUID id) {
        return transactions.asOperator(() -> refunds.lock(id)
                .<RefundOutcome>map(refund -> refund.isWithdrawable()
                        ? new RefundOutcome.Done(refused(refund))
                        : new RefundOutcome.NotNow(refund))
                .orElseGet(() -> new RefundOutcome.Unknown(id)));
    }

    private Refund refused(Refund refund) {
        books.free(refund);
        var over = refund.over(Refund.State.REFUSED, Optional.empty(), Optional.empty(), clock.instant());
        refunds.store(over);
        return over;
    }

    private RefundOutcome decide(UUID id, TopUp.By by, UnaryOperator<Refund> decision) {
        return transactions.asOperator(() -> refunds.lock(id)
                .<RefundOutcome>map(refund -> {
                    if (refund.state() != Refund.State.UNAPPROVED) {
                        return new RefundOutcome.NotNow(refund);
                    }
                    return refund.asked().principal().equals(by.principal())
                            ? new RefundOutcome.SamePerson(refund)
                            : new RefundOutcome.Done(decision.apply(refund));
                })
                .orElseGet(() -> new RefundOutcome.Unknown(id)));
    }

    /// Finance staff have transferred a refund back, and read its reference on the bank's statement.
    public RefundOutcome confirm(UUID id, BankMovement movement, TopUp.By by) {
        return transactions.asOperator(() -> {
            // A top-up is locked before its refunds, always.
            var topUp = refunds.find(id).flatMap(refund -> rows.lock(refund.topUp()));
            return refunds.lock(id)
                    .map(refund -> confirm(refund, topUp.orElseThrow(), movement, by))
                    .orElseGet(() -> new RefundOutcome.Unknown(id));
        });
    }

    private RefundOutcome confirm(Refund refund, TopUp topUp, BankMovement movement, TopUp.By by) {
        var reference = movement.bankReference();
        if (refund.state() == Refund.State.DONE && refund.providerReference().equals(Optional.of(reference.text()))) {
            return new RefundOutcome.AsBefore(refund);
        }
        if (bank.isKeyUsed(topUp.id(), movement)) {
            return new RefundOutcome.KeyUsed();
        }
        if (refund.state() != Refund.State.DUE || refund.way().isOnline()) {
            return new RefundOutcome.NotNow(refund);
        }
        return bank.claim(TopUpEntry.Kind.REFUNDED, reference)
                .<RefundOutcome>map(RefundOutcome.BankReferenceUsed::new)
                .orElseGet(() -> new RefundOutcome.Done(
                        books.gone(refund, topUp, movement.entry(refund.amount(), by, clock.instant()))));
    }
}
