package org.hotline400.server.numbers.promotions;

import org.hotline400.server.kernel.Money;

/// What a promotion takes off the set-up fee. It never makes a number dearer.
public sealed interface Discount {
    /// What is paid instead of this fee.
    Money of(Money fee);

    /// @param percent of the fee that is not paid, 1 to 100
    record PercentOff(int percent) implements Discount {
        private static final int WHOLE = 100;
        /// Micro-yuan.
        private static final long FEN = 10_000;

        public PercentOff {
            if (percent < 1 || percent > WHOLE) {
                throw new IllegalArgumentException("is 1 to " + WHOLE + " per cent off");
            }
        }

        /// Rounded down to the fen.
        @Override
        public Money of(Money fee) {
            long exact = Math.multiplyExact(fee.microYuan(), (long) WHOLE - percent) / WHOLE;
            return new Money(exact - exact % FEN);
        }
    }

    /// @param fee that is paid, 0 or more, where the list does not ask for less
    record FixedFee(Money fee) implements Discount {
        public FixedFee {
            if (fee.compareTo(Money.ZERO) < 0) {
                throw new IllegalArgumentException("a fee is 0 or more");
            }
        }

        @Override
        public Money of(Money listed) {
            return listed.compareTo(fee) < 0 ? listed : fee;
        }
    }
}
