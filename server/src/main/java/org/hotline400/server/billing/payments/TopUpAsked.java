package org.hotline400.server.billing.payments;

/// What became of asking for a top-up.
public sealed interface TopUpAsked {

    record Done(TopUp topUp) implements TopUpAsked {}

    /// The same request came before.
    record AsBefore(TopUp topUp) implements TopUpAsked {}

    /// The same `Idempotency-Key` came with something else.
    record KeyUsed() implements TopUpAsked {}

    /// This way is not open here.
    record NotOffered(PayWay way) implements TopUpAsked {}
}
