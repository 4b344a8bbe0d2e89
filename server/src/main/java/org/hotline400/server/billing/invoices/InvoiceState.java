package org.hotline400.server.billing.invoices;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a request for an invoice stands.
public enum InvoiceState {
    REQUESTED,
    /// Handed to the operator's tax system.
    EXPORTED,
    MADE_OUT,
    REFUSED,
    WITHDRAWN,
    /// 红冲: made out, and taken back by another one.
    REVERSED;

    /// What happens to a request.
    public enum Event {
        EXPORT,
        MAKE_OUT,
        REFUSE,
        WITHDRAW,
        REVERSE
    }

    /// The state after an event; empty when it cannot happen now.
    public Optional<InvoiceState> after(Event event) {
        return switch (this) {
            case REQUESTED ->
                switch (event) {
                    case EXPORT -> Optional.of(EXPORTED);
                    case REFUSE -> Optional.of(REFUSED);
                    case WITHDRAW -> Optional.of(WITHDRAWN);
                    case MAKE_OUT, REVERSE -> Optional.empty();
                };
            case EXPORTED ->
                switch (event) {
                    case MAKE_OUT -> Optional.of(MADE_OUT);
                    case REFUSE -> Optional.of(REFUSED);
                    case EXPORT, WITHDRAW, REVERSE -> Optional.empty();
                };
            case MADE_OUT -> event == Event.REVERSE ? Optional.of(REVERSED) : Optional.empty();
            case REFUSED, WITHDRAWN, REVERSED -> Optional.empty();
        };
    }

    /// The text code: `made-out`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static InvoiceState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is one of requested, exported, made-out, refused,"
                        + " withdrawn, reversed; was \"" + code + "\""));
    }
}
