package org.hotline400.server.numbers.promotions;

import java.time.Instant;
import java.util.Optional;

/// A promotion as the operator keeps it.
///
/// @param ended when it was ended early
/// @param author who made or changed it last
public record StoredPromotion(Promotion promotion, Optional<EarlyEnd> ended, String author, Instant createdAt) {
    /// Who ended it, when and why.
    public record EarlyEnd(Instant at, String by, String reason) {}
}
