package org.hotline400.server.prompts;

import org.hotline400.server.kernel.Money;

/// An amount to the fen, as it is spoken.
///
/// @param yuan without sign
/// @param rest fen beyond whole yuan, 0 to 99
record Fen(boolean negative, long yuan, int rest) {
    private static final long MICRO_YUAN = 10_000;

    /// Rounds half away from zero.
    static Fen of(Money money) {
        long fen = (Math.abs(money.microYuan()) + MICRO_YUAN / 2) / MICRO_YUAN;
        return new Fen(money.microYuan() < 0 && fen > 0, fen / 100, (int) (fen % 100));
    }
}
