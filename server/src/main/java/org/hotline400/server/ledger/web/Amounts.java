package org.hotline400.server.ledger.web;

import org.hotline400.server.kernel.Money;
import org.hotline400.server.ledger.Unit;

/// Amounts as the API tells them: decimal yuan, or whole seconds.
final class Amounts {
    private Amounts() {}

    static String text(long amount, Unit unit) {
        return switch (unit) {
            case MICRO_YUAN -> new Money(amount).toString();
            case SECOND -> Long.toString(amount);
        };
    }

    static String unit(Unit unit) {
        return switch (unit) {
            case MICRO_YUAN -> "yuan";
            case SECOND -> "second";
        };
    }
}
