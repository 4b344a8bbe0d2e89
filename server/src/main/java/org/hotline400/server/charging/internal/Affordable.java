package org.hotline400.server.charging.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.hotline400.server.kernel.Money;

/// For how long something pays.
final class Affordable {
    private Affordable() {}

    /// The last moment, to the millisecond, by which a call costs no more than this; at least `from`, at most `most`.
    ///
    /// @param cost by a moment; never falls
    static Instant until(Instant from, Instant most, long microYuan, Function<Instant, Money> cost) {
        if (cost.apply(most).microYuan() <= microYuan) {
            return most;
        }
        long possible = 0;
        long impossible = Math.max(1, Duration.between(from, most).toMillis());
        while (impossible - possible > 1) {
            long middle = (possible + impossible) >>> 1;
            if (cost.apply(from.plusMillis(middle)).microYuan() <= microYuan) {
                possible = middle;
            } else {
                impossible = middle;
            }
        }
        return from.plusMillis(possible);
    }
}
