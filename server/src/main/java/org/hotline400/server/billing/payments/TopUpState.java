package org.hotline400.server.billing.payments;

import org.hotline400.server.kernel.Money;

/// Where a top-up stands.
public sealed interface TopUpState {

    /// Nothing has come.
    record Asked() implements TopUpState {}

    /// Money has come, and perhaps some of it went back.
    ///
    /// @param received more than 0
    /// @param refunded at most what was received
    record Paid(Money received, Money refunded) implements TopUpState {
        public Paid {
            if (received.compareTo(Money.ZERO) <= 0
                    || refunded.compareTo(Money.ZERO) < 0
                    || refunded.compareTo(received) > 0) {
                throw new IllegalArgumentException(
                        "more than 0 came, and no more went back; was " + received + " and " + refunded);
            }
        }
    }

    /// Given up before anything came.
    record Closed() implements TopUpState {}

    /// Nothing came in time.
    record Expired() implements TopUpState {}

    default Money received() {
        return this instanceof Paid paid ? paid.received() : Money.ZERO;
    }

    default Money refunded() {
        return this instanceof Paid paid ? paid.refunded() : Money.ZERO;
    }

    /// What is here of it.
    default Money kept() {
        return received().minus(refunded());
    }

    /// The text code: `partly-refunded`.
    default String code() {
        return switch (this) {
            case Asked() -> "asked";
            case Closed() -> "closed";
            case Expired() -> "expired";
            case Paid paid when paid.refunded().equals(Money.ZERO) -> "paid";
            case Paid paid when paid.kept().equals(Money.ZERO) -> "refunded";
            case Paid _ -> "partly-refunded";
        };
    }

    /// As stored.
    static TopUpState of(String code, Money received, Money refunded) {
        return switch (code) {
            case "asked" -> new Asked();
            case "closed" -> new Closed();
            case "expired" -> new Expired();
            default -> new Paid(received, refunded);
        };
    }
}
