package org.hotline400.server.numbers.prices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/// The price list in the box: `numbers/prices.json`.
final class BoxedPrices {
    static final PriceList LIST = read();

    private BoxedPrices() {}

    private static PriceList read() {
        try (var file = Objects.requireNonNull(BoxedPrices.class.getResourceAsStream("/numbers/prices.json"))) {
            var document = JsonMapper.shared().readValue(file, PriceListDocument.class);
            return document.list(0, LocalDate.parse(Objects.requireNonNull(document.from())));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the price list in the box", e);
        }
    }
}
