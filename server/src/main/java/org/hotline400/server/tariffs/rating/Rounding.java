package org.hotline400.server.tariffs.rating;

import java.math.RoundingMode;
import org.hotline400.server.kernel.Money;

/// How the cost of a component is rounded, once.
///
/// @param decimals of a yuan that stay, 0 to 6
/// @param up whether any rest counts in full; otherwise half of it
public record Rounding(int decimals, boolean up) {
    private static final long[] STEP = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    /// To the micro-yuan, half up.
    public static final Rounding USUAL = new Rounding(6, false);

    public Rounding {
        if (decimals < 0 || decimals >= STEP.length) {
            throw new IllegalArgumentException("an amount is rounded to 0 to 6 decimals; was " + decimals);
        }
    }

    /// @param numerator of micro-yuan, not negative
    /// @param denominator 1 or more
    Money round(long numerator, long denominator) {
        long size = Math.multiplyExact(denominator, STEP[decimals]);
        long whole = numerator / size;
        long rest = numerator % size;
        boolean more = up ? rest > 0 : rest >= size - rest;
        return new Money(Math.multiplyExact(more ? whole + 1 : whole, STEP[decimals]));
    }

    /// The same as `java.math` calls it.
    public RoundingMode mode() {
        return up ? RoundingMode.UP : RoundingMode.HALF_UP;
    }
}
