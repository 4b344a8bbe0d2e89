package org.hotline400.server.numbers.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.numbers.catalogue.Found;
import org.hotline400.server.numbers.catalogue.Offer;
import org.hotline400.server.numbers.shop.ShopWindow;

/// What a search found.
///
/// @param total how many numbers there are in all, on every page
/// @param next hand this back as `cursor` for the following page; absent on the last one
/// @param similar where there is none: numbers that miss the least of what was asked
/// @param fragments what digits say the meaning that was asked for, best first
record SearchBody(
        List<OfferBody> numbers,
        long total,
        FacetsBody facets,
        Optional<String> next,
        List<OfferBody> similar,
        List<FragmentBody> fragments) {

    static SearchBody of(Search search, Found found, ShopWindow window, Instant now) {
        return new SearchBody(
                offers(found.offers(), window, now),
                found.total(),
                FacetsBody.of(found.facets(), window, now),
                found.next().map(place -> SearchCursor.write(place, search.fingerprint())),
                offers(found.similar(), window, now),
                search.fragments().stream().map(FragmentBody::of).toList());
    }

    private static List<OfferBody> offers(List<Offer> offers, ShopWindow window, Instant now) {
        return offers.stream().map(offer -> OfferBody.of(offer, window, now)).toList();
    }
}
