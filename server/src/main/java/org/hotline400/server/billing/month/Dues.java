package org.hotline400.server.billing.month;

import java.util.function.BinaryOperator;
import org.hotline400.server.kernel.Money;

/// What is still to be taken from an account for a bill, by where it goes. Calls are not in it: they were posted when
/// they were settled. Below zero it is given back.
///
/// @param rounding what whole fen on the lines of calls differ from what was posted
/// @param advance rents of months to come
public record Dues(Money rounding, Money rent, Money fees, Money advance) {
    public static final Dues NONE = new Dues(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    public Money total() {
        return rounding.plus(rent).plus(fees).plus(advance);
    }

    public Dues plus(Dues other) {
        return combine(other, Money::plus);
    }

    public Dues minus(Dues other) {
        return combine(other, Money::minus);
    }

    private Dues combine(Dues other, BinaryOperator<Money> how) {
        return new Dues(
                how.apply(rounding, other.rounding),
                how.apply(rent, other.rent),
                how.apply(fees, other.fees),
                how.apply(advance, other.advance));
    }
}
