package org.hotline400.server.charging.internal;

import java.util.Optional;
import org.hotline400.server.ledger.Held;
import org.hotline400.server.ledger.HoldOrder;

/// Where calls reserve what they cost.
@FunctionalInterface
public interface Purse {

    /// Waits at most half a second.
    ///
    /// @return empty when the database did not answer; what was ordered may be held all the same, and
    ///     the same order again tells
    Optional<Held> hold(HoldOrder order);
}
