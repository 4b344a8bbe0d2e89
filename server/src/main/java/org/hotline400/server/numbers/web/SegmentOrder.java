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
public record SegmentOrder(
        @Nullable List<SegmentPeriod> periods, @Nullable String reason) {
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
        var head = new Head(
                checks.read("prefix", CODE, prefix, Segment::checkPrefix)
                        .value()
                        .orElse("4000"),
                checks.read("reason", CODE, reason, Segment::checkWhy).value().orElse("-"));
        var given = checks.read("periods", CODE, periods, SegmentOrder::some)
                .value()
                .orElse(List.of());
        var segments = new ArrayList<Named>();
        for (int i = 0; i < given.size(); i++) {
            var name = "periods[" + i + "]";
            segment(checks, name, given.get(i), head).ifPresent(one -> segments.add(new Named(name, one)));
        }
        noteOverlaps(checks, segments);
        checks.done();
        return segments.stream().map(Named::segment).toList();
    }

    /// What all periods share. Where it is at fault something stands in for it, so that the rest can be looked
    /// at.
    private record Head(String prefix, String why) {}

    private record Named(String field, Segment segment) {}

    private static List<SegmentPeriod> some(List<SegmentPeriod> periods) {
        if (periods.isEmpty() || periods.size() > MOST || periods.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException(
                    "has 1 to " + MOST + " items; delete the prefix to fall back to the box");
        }
        return periods;
    }

    /// Empty when it cannot be looked at any further.
    private static Optional<Segment> segment(Checks checks, String name, SegmentPeriod period, Head head) {
        var from = checks.read(name + ".from", CODE, period.from(), day -> day).value();
        var onSale = checks.read(name + ".onSale", CODE, period.onSale(), sale -> sale)
                .value();
        var carrier = checks.readIfPresent(name + ".carrier", CODE, period.carrier(), NumberCarrier::of);
        if (onSale.orElse(false) && period.carrier() == null) {
            checks.add(name + ".carrier", CODE, "is required where the numbers are on sale");
        }
        if (from.isEmpty() || isBackwards(checks, name, period, from.get())) {
            return Optional.empty();
        }
        return Optional.of(new Segment(
                head.prefix(),
                carrier,
                onSale.orElse(false) && carrier.isPresent(),
                from.get(),
                Optional.ofNullable(period.to()),
                head.why()));
    }

    private static boolean isBackwards(Checks checks, String name, SegmentPeriod period, LocalDate from) {
        var to = period.to();
        if (to == null || to.isAfter(from)) {
            return false;
        }
        checks.add(name + ".to", CODE, "is the first day that it no longer holds, after " + from);
        return true;
    }

    private static void noteOverlaps(Checks checks, List<Named> segments) {
        var inOrder = segments.stream()
                .sorted(Comparator.comparing((Named one) -> one.segment().from()))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            var one = inOrder.get(i);
            inOrder.subList(0, i).stream()
                    .filter(before -> before.segment().overlaps(one.segment()))
                    .findFirst()
                    .ifPresent(before -> checks.add(
                            one.field() + ".from",
                            "numbers.segment-overlap",
                            "lies within " + before.field() + ": let that end by "
                                    + one.segment().from() + ", or begin later"));
        }
    }
}
