package org.hotline400.server.numbers.web;

import java.time.Instant;
import java.time.LocalDate;
import org.hotline400.server.numbers.stock.KnownSegment;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.hotline400.server.numbers.stock.Segment;
import org.jspecify.annotations.Nullable;

/// A segment on the wire.
///
/// @param carrier `china-unicom`, …; absent when nobody knows
/// @param carrierName in Chinese
/// @param onSale whether its numbers may be sold
/// @param from the first day
/// @param to the first day that it no longer holds; absent: for good
/// @param reason where it is known from
/// @param source `box` or `operator`
/// @param author who said so, of the operator's
record SegmentBody(
        String prefix,
        @Nullable String carrier,
        @Nullable String carrierName,
        boolean onSale,
        LocalDate from,
        @Nullable LocalDate to,
        String reason,
        String source,
        @Nullable String author,
        @Nullable Instant changedAt) {

    static SegmentBody of(KnownSegment known) {
        Segment segment = known.segment();
        return new SegmentBody(
                segment.prefix(),
                segment.carrier().map(NumberCarrier::code).orElse(null),
                segment.carrier().map(NumberCarrier::chinese).orElse(null),
                segment.onSale(),
                segment.from(),
                segment.to().orElse(null),
                segment.why(),
                known.change().isPresent() ? "operator" : "box",
                known.change().map(KnownSegment.Change::author).orElse(null),
                known.change().map(KnownSegment.Change::at).orElse(null));
    }
}
