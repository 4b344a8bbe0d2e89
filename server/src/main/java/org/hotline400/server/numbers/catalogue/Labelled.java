package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/// Numbers that somebody names: a carrier's, a promotion's.
///
/// @param source what they were read from
record Labelled<T>(T label, RoaringBitmap source, NumberSet numbers) {

    /// Reads sets, and keeps those that were read before and are the same.
    static <T> List<Labelled<T>> read(Map<T, RoaringBitmap> sets, List<Labelled<T>> before) {
        return sets.entrySet().stream()
                .map(one -> before.stream()
                        .filter(old ->
                                old.label().equals(one.getKey()) && old.source().equals(one.getValue()))
                        .findFirst()
                        .orElseGet(() -> new Labelled<>(one.getKey(), one.getValue(), NumberSet.of(one.getValue()))))
                .toList();
    }
}
