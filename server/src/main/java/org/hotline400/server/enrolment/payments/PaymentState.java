package org.hotline400.server.enrolment.payments;

import java.util.Arrays;
import java.util.Locale;

/// Where a payment stands.
public enum PaymentState {
    /// The price is settled; it is asked for once the application is approved.
    QUOTED,
    /// Asked for; nothing has come.
    OPEN,
    /// Less has come than was asked.
    PARTLY_PAID,
    PAID,
    /// More has come than was asked: the rest is owed back.
    OVERPAID,
    /// The application is over and nothing had come.
    CANCELLED,
    /// The application is over without a number: what has come is owed back.
    REFUND_OWED,
    /// All of it went back.
    REFUNDED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The text code: `partly-paid`.
    public String code() {
        return code;
    }

    /// @throws IllegalArgumentException when no state has this code
    public static PaymentState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a payment is one of "
                        + Arrays.stream(values()).map(PaymentState::code).toList()));
    }
}
