package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.Optional;

/// What a search found.
///
/// @param total how many numbers there are in all, on every page
/// @param next where the next page begins; empty on the last
/// @param similar when there is none: numbers that miss the least of what was asked, with `total` 0
public record Found(List<Offer> offers, long total, Facets facets, Optional<Place> next, List<Offer> similar) {
    public Found {
        offers = List.copyOf(offers);
        similar = List.copyOf(similar);
    }
}
