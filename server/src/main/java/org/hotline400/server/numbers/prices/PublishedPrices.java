package org.hotline400.server.numbers.prices;

import java.time.Instant;

/// A price list that the operator has published.
public record PublishedPrices(PriceList list, String note, String author, Instant at) {}
