package org.hotline400.server.ledger;

import java.util.Locale;

/// What a transfer is for.
public enum TransferKind {
    TOP_UP,
    REFUND,
    CALL,
    RENT,
    /// Set-up of a number, an option, a late fee, an early exit: what is not a rent and not a call.
    FEE,
    TAX,
    ROUNDING,
    CREDIT_NOTE,
    ADJUSTMENT,
    /// Takes another one back.
    REVERSAL,
    MINUTES_GRANTED,
    MINUTES_USED,
    MINUTES_EXPIRED;

    /// The text code: `top-up`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
