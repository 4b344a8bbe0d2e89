package org.hotline400.server.numbers.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.hotline400.server.numbers.stock.Segment;
import org.jspecify.annotations.Nullable;

/// What shall hold of a prefix, instead of all that held.
///
/// @param periods at least one; no two of them share a day
/// @param reason why, for the record
public record SegmentOrder(@Nullable List<SegmentPeriod> periods, @Nullable String reason) {
    private static final String CODE = "numbers.segment";
    private static final int MOST = 50;

    /// What holds for some days.
    ///
    /// @param carrier `china-unicom`, `china-telecom`, `china-mobile`; left out when nobody knows
    /// @param onSale whether its numbers may be sold; that needs a carrier
    /// @param from the first day, in Shanghai
    /// @param to the first day that it no longer holds; left out: for good
    public record SegmentPeriod(
            @Nullable String carrier,
            @Nullable Boolean onSale,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    List<Segment> read(String prefix) {
        var checks = new Checks();
        var known = checks.read("prefix", CODE, prefix, Segment::checkPrefix).value();
        var why = checks.read("reason", CODE, reason, Segment::checkWhy).value();
        var given = checks.read("periods", CODE, periods, SegmentOrder::some).value();
        var segments = new ArrayList<Named>();
        for (int i = 0; i < given.map(List::size).orElse(0); i++) {
            var name = "periods[" + i + "]";
            read(checks, name, given.orElseThrow().get(i), known, why)
                    .ifPresent(segment -> segments.add(new Named(name, segment)));
        }
        noteOverlaps(checks, segments);
        checks.done();
        return segments.stream().map(Named::segment).toList();
    }

    private record Named(String field, Segment segment) {}

    private static List<SegmentPeriod> some(List<SegmentPeriod> periods) {
        if (periods.isEmpty() || periods.size() > MOST) {
            throw new IllegalArgumentException("has 1 to " + MOST + " items; delete the prefix to fall back to the box");
        }
        if (periods.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("has an item that is null");
        }
        return periods;
    }

    private static Optional<Segment> read(
            Checks checks, String name, SegmentPeriod period, Optional<String> prefix, Optional<String> why) {
        var from = checks.read(name + ".from", CODE, period.from(), day -> day).value();
        var onSale = checks.read(name + ".onSale", CODE, period.onSale(), sale -> sale)
                .value();
        var carrier = checks.readIfPresent(name + ".carrier", CODE, period.carrier(), NumberCarrier::of);
        boolean sound = true;
        if (from.isPresent() && period.to() != null && !period.to().isAfter(from.get())) {
            checks.add(name + ".to", CODE, "is the first day that it no longer holds, after " + from.get());
            sound = false;
        }
        if (onSale.orElse(false) && period.carrier() == null) {
            checks.add(name + ".carrier", CODE, "is required where the numbers are on sale");
            sound = false;
        }
        if (!sound || from.isEmpty() || why.isEmpty() || prefix.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Segment(
                prefix.get(),
                carrier,
                onSale.orElse(false) && carrier.isPresent(),
                from.get(),
                Optional.ofNullable(period.to()),
                why.get()));
    }

    private static void noteOverlaps(Checks checks, List<Named> segments) {
        var inOrder = segments.stream()
                .sorted(Comparator.comparing((Named one) -> one.segment().from()))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            var before = inOrder.get(i - 1);
            var one = inOrder.get(i);
            if (one.segment().overlaps(before.segment())) {
                checks.add(
                        one.field() + ".from",
                        "numbers.segment-overlap",
                        "lies within " + before.field() + ": let that end on "
                                + one.segment().from() + " or begin later");
            }
        }
    }
}
