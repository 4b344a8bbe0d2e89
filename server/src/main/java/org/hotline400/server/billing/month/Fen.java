package org.hotline400.server.billing.month;

import java.math.BigInteger;
import org.hotline400.server.kernel.Money;

/// Whole fen, which lines of bills are in.
public final class Fen {
    private static final long MICRO_YUAN = 10_000;

    private Fen() {}

    /// To the fen, half up: half a fen counts in full, below zero as well.
    public static Money round(Money amount) {
        return share(amount, 1, 1);
    }

    /// A share of an amount, multiplied first and rounded once, half up.
    ///
    /// @param of 1 or more
    public static Money share(Money amount, long part, long of) {
        var numerator = BigInteger.valueOf(amount.microYuan()).multiply(BigInteger.valueOf(part));
        var denominator = BigInteger.valueOf(of).multiply(BigInteger.valueOf(MICRO_YUAN));
        var doubled = numerator.abs().shiftLeft(1).add(denominator);
        var fen = doubled.divide(denominator.shiftLeft(1)).longValueExact();
        return new Money(Math.multiplyExact(numerator.signum() < 0 ? -fen : fen, MICRO_YUAN));
    }
}
