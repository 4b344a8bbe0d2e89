package org.hotline400.server.numbers.promotions;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.catalogue.NumberQuery;

/// What promotions need from the catalogue, which knows what queries find.
@FunctionalInterface
public interface PromotedNumbers {
    /// Whether the query finds the number, be it available or not.
    boolean finds(NumberQuery query, HotlineNumber number);
}
