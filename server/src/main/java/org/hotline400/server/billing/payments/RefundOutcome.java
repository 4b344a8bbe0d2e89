package org.hotline400.server.billing.payments;

import java.util.UUID;
import org.hotline400.server.kernel.Money;

/// What became of asking for a refund, or of what somebody did about one.
public sealed interface RefundOutcome {

    record Done(Refund refund) implements RefundOutcome {}

    /// It had been asked for, or done, before.
    record AsBefore(Refund refund) implements RefundOutcome {}

    record UnknownTopUp(TopUpId id) implements RefundOutcome {}

    record Unknown(UUID id) implements RefundOutcome {}

    /// The same `Idempotency-Key` came with something else.
    record KeyUsed() implements RefundOutcome {}

    /// Of this top-up, no more is here.
    ///
    /// @param left of it, what is being refunded taken off
    record MoreThanKept(Money left) implements RefundOutcome {}

    /// The customer has spent it.
    ///
    /// @param unspent what is on the account and not held
    record Spent(Money unspent) implements RefundOutcome {}

    /// Where it stands, this cannot happen.
    record NotNow(Refund refund) implements RefundOutcome {}

    /// Whoever asked for it cannot approve it.
    record SamePerson(Refund refund) implements RefundOutcome {}

    /// This reference of the bank stands for another movement already.
    record BankReferenceUsed(String by) implements RefundOutcome {}
}
