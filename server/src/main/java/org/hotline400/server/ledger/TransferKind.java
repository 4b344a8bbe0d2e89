package org.hotline400.server.ledger;

import java.util.Arrays;
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

    /// @throws IllegalArgumentException when there is no such kind
    public static TransferKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no kind of transfer " + code));
    }
}
