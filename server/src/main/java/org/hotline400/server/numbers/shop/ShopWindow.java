package org.hotline400.server.numbers.shop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.catalogue.Catalogue;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.promotions.Promotion;

/// The catalogue together with the promotions that its numbers take part in, as both were at one moment.
///
/// @param promotions those that ran when it was made
public record ShopWindow(Catalogue catalogue, List<Promotion> promotions) {
    public ShopWindow {
        promotions = List.copyOf(promotions);
    }

    /// The promotions that still run.
    public List<Promotion> running(Instant now) {
        return promotions.stream().filter(one -> one.isRunning(now)).toList();
    }

    /// Empty when it does not run, or no more.
    public Optional<Promotion> promotion(UUID id, Instant now) {
        return promotions.stream()
                .filter(one -> one.id().equals(id) && one.isRunning(now))
                .findFirst();
    }

    /// Whether a query finds a number, be it available or not.
    boolean finds(NumberQuery query, HotlineNumber number) {
        return catalogue.matches(query, number);
    }
}
