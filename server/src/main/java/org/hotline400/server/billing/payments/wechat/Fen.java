package org.hotline400.server.billing.payments.wechat;

import org.hotline400.server.kernel.Money;

/// Amounts as WeChat Pay counts them.
final class Fen {
    private static final long MICRO_YUAN = 10_000;

    private Fen() {}

    /// @throws ArithmeticException when it is no whole number
    static long of(Money amount) {
        if (amount.microYuan() % MICRO_YUAN != 0) {
            throw new ArithmeticException(amount + " yuan are not whole fen");
        }
        return amount.microYuan() / MICRO_YUAN;
    }

    static Money read(long fen) {
        return new Money(Math.multiplyExact(fen, MICRO_YUAN));
    }
}
