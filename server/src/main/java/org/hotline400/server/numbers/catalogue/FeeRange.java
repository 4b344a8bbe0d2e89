package org.hotline400.server.numbers.catalogue;

import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// @param from inclusive
/// @param to inclusive
public record FeeRange(Optional<Money> from, Optional<Money> to) {
    public static final FeeRange ANY = new FeeRange(Optional.empty(), Optional.empty());

    public FeeRange {
        if (from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) > 0) {
            throw new IllegalArgumentException("a fee from " + from.get() + " to " + to.get() + " holds nothing");
        }
    }
}
