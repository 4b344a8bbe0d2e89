package org.hotline400.server.tariffs.rating;

import java.time.LocalTime;
import java.util.List;
import org.hotline400.server.kernel.Money;

/// What one component of a call costs.
///
/// @param connectFee once, when it is answered
/// @param firstBlock seconds that the first increment has at least, 0 for no more than any other
/// @param minimum that an answered call costs at least
/// @param windows of the day, by their beginnings; one alone holds all day
public record Price(Money connectFee, int firstBlock, Money minimum, Rounding rounding, List<Window> windows) {
    public Price {
        windows = List.copyOf(windows);
        if (connectFee.microYuan() < 0 || minimum.microYuan() < 0) {
            throw new IllegalArgumentException("fees are not negative");
        }
        if (firstBlock < 0 || firstBlock > Rate.MOST_SECONDS) {
            throw new IllegalArgumentException("a first block has 0 to 86400 seconds; was " + firstBlock);
        }
        if (windows.isEmpty()) {
            throw new IllegalArgumentException("a price has at least one window");
        }
        for (int i = 1; i < windows.size(); i++) {
            if (!windows.get(i).from().isAfter(windows.get(i - 1).from())) {
                throw new IllegalArgumentException("each window begins later in the day than the one before");
            }
        }
    }

    /// The same at all times, from the first second on.
    public static Price always(Rate rate, int increment) {
        return of(List.of(new Window(LocalTime.MIDNIGHT, List.of(new Step(0, rate, increment)))));
    }

    /// Without connect fee, first block or minimum, rounded as usual.
    public static Price of(List<Window> windows) {
        return new Price(Money.ZERO, 0, Money.ZERO, Rounding.USUAL, windows);
    }

    public Price withConnectFee(Money fee) {
        return new Price(fee, firstBlock, minimum, rounding, windows);
    }

    public Price withFirstBlock(int seconds) {
        return new Price(connectFee, seconds, minimum, rounding, windows);
    }

    public Price withMinimum(Money least) {
        return new Price(connectFee, firstBlock, least, rounding, windows);
    }

    public Price rounded(Rounding other) {
        return new Price(connectFee, firstBlock, minimum, other, windows);
    }
}
