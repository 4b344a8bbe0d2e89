package org.hotline400.server.numbers.stock;

import java.time.Instant;
import java.util.Optional;

/// A segment, and who says so.
///
/// @param change empty when it is the box's
public record KnownSegment(Segment segment, Optional<Change> change) {
    /// Who said it, and when.
    public record Change(String author, Instant at) {}
}
