package org.hotline400.server.tariffs.rating;

import org.hotline400.server.kernel.Money;

/// An amount for so many seconds: 0.15 yuan for 60.
///
/// @param amount not negative
/// @param perSeconds 1 to 86,400
public record Rate(Money amount, int perSeconds) {
    static final int MOST_SECONDS = 86_400;

    public Rate {
        if (amount.microYuan() < 0) {
            throw new IllegalArgumentException("a rate is not negative; was " + amount);
        }
        if (perSeconds < 1 || perSeconds > MOST_SECONDS) {
            throw new IllegalArgumentException("a rate is for 1 to 86400 seconds; was " + perSeconds);
        }
    }

    /// An amount in yuan for a minute: `0.15`.
    public static Rate perMinute(String yuan) {
        return new Rate(Money.parse(yuan), 60);
    }
}
