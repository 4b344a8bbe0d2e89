package org.hotline400.server.billing.payments;

import org.hotline400.server.kernel.Money;

/// What may happen to a top-up.
public sealed interface TopUpEvent {

    /// Money has come.
    record Arrived(Money amount) implements TopUpEvent {}

    /// Somebody gave it up, here or at the provider.
    record Close() implements TopUpEvent {}

    /// Its time is over.
    record Expire() implements TopUpEvent {}

    /// Money went back.
    record Returned(Money amount) implements TopUpEvent {}
}
