package org.hotline400.server.numbers.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.numbers.prices.PriceList;
import org.hotline400.server.numbers.prices.PriceListDocument;
import org.hotline400.server.numbers.prices.PublishedPrices;
import org.jspecify.annotations.Nullable;

/// A price list on the wire.
///
/// @param number counts up from 1; 0 is the one in the box
/// @param from the first day, in Asia/Shanghai
/// @param inForce whether it counts now
/// @param author absent for the one in the box
/// @param prices of the rows that fit a number, the dearest counts
record PriceListBody(
        int number,
        LocalDate from,
        boolean inForce,
        String note,
        @Nullable String author,
        @Nullable Instant publishedAt,
        List<PriceListDocument.Row> prices) {

    static PriceListBody of(PublishedPrices published, PriceList now) {
        var list = published.list();
        return new PriceListBody(
                list.number(),
                list.starts(),
                list.number() == now.number(),
                published.note(),
                published.author(),
                published.at(),
                PriceListDocument.rows(list));
    }

    /// Without who published it.
    static PriceListBody inForce(PriceList now) {
        return new PriceListBody(now.number(), now.starts(), true, "", null, null, PriceListDocument.rows(now));
    }
}
